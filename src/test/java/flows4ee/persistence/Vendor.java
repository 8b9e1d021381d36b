package flows4ee.persistence;

/** The databases that every statement is tested on, one of each per JVM. */
enum Vendor {
  H2 {
    @Override
    TestDatabase database() {
      return OnH2.DATABASE;
    }
  },
  POSTGRESQL {
    @Override
    TestDatabase database() {
      return OnPostgreSql.DATABASE;
    }
  };

  abstract TestDatabase database();

  private static final class OnH2 {
    static final TestDatabase DATABASE = TestDatabase.h2();
  }

  private static final class OnPostgreSql {
    static final TestDatabase DATABASE = TestDatabase.postgresql();
  }
}
