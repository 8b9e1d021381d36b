package flows4ee.persistence;

import java.util.EnumMap;
import java.util.Map;

/** The databases tests run on, each with one migrated instance shared by all tests of a run. */
enum TestVendor {
  H2,
  POSTGRESQL;

  private static final Map<TestVendor, TestDatabase> SHARED = new EnumMap<>(TestVendor.class);

  /** The shared database; it ends with the virtual machine. */
  TestDatabase shared() {
    synchronized (SHARED) {
      return SHARED.computeIfAbsent(this, TestVendor::fresh);
    }
  }

  /** A database of its own, to be closed. */
  TestDatabase fresh() {
    return this == H2 ? TestDatabase.h2() : TestDatabase.postgresql();
  }
}
