package flows4ee.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Where the databases differ in the statements of the engine's stores. */
enum Dialect {
  H2(
      new Locks("for update", "for update", ""),
      new NullSafety("%s is not distinct from ?", null),
      "select next value for %s"),
  /**
   * The row lock leaves foreign key checks of other transactions alone: a message for a locked
   * instance can be stored. The shared lock is the one that a foreign key check takes anyway.
   */
  POSTGRESQL(
      new Locks("for no key update", "for update", "for key share"),
      new NullSafety("coalesce(%s, '') = ?", ""),
      "select nextval('%s')"),
  ORACLE(
      new Locks("for update wait 2", "for update wait 2", ""),
      new NullSafety("coalesce(%s, chr(1)) = ?", "\u0001"),
      "select %s.nextval from dual");

  private final Locks locks;
  private final NullSafety nullSafety;
  private final String nextValue;

  Dialect(Locks locks, NullSafety nullSafety, String nextValue) {
    this.locks = locks;
    this.nullSafety = nullSafety;
    this.nextValue = nextValue;
  }

  /** Clauses that lock the rows of a query. */
  private record Locks(String row, String full, String shared) {}

  /** How a text is compared so that null equals null, and the parameter for null. */
  private record NullSafety(String condition, String nullText) {}

  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product.toLowerCase(Locale.ROOT)) {
      case "h2" -> H2;
      case "postgresql" -> POSTGRESQL;
      case "oracle" -> ORACLE;
      default -> throw new IllegalStateException("No statements for database " + product);
    };
  }

  /** The clause that locks the rows of a query against other changes. */
  String rowLock() {
    return locks.row();
  }

  /** The clause that locks the rows of a query against changes and new references to them. */
  String fullLock() {
    return locks.full();
  }

  /** The clause that keeps {@link #fullLock} away and is shared; empty where there is none. */
  String sharedLock() {
    return locks.shared();
  }

  /** The clauses that lock the first rows which nobody else has locked. */
  String skipLocked(int limit) {
    return this == ORACLE
        ? "for update skip locked"
        : "fetch first " + limit + " rows only for update skip locked";
  }

  /** The condition, fit for the unique index, that a text column is a parameter or both null. */
  String isSame(String column) {
    return nullSafety.condition().formatted(column);
  }

  /** The parameter of {@link #isSame}. */
  String sameAs(String text) {
    return text == null ? nullSafety.nullText() : text;
  }

  String nextValue(String sequence) {
    return nextValue.formatted(sequence);
  }

  /** Whether the driver sends the statements of one text in one round trip. */
  boolean sendsTogether() {
    return this == POSTGRESQL;
  }

  /** Whether an insert takes the values of several rows; Oracle does from 23 on. */
  boolean insertsSeveralRows() {
    return this != ORACLE;
  }

  /** Whether a failed statement spoils the transaction unless a savepoint was set before. */
  boolean losesTransactionOnError() {
    return this == POSTGRESQL;
  }

  /** The seconds from one column of type timestamp with time zone to another. */
  String secondsBetween(String from, String to) {
    return this == ORACLE
        ? "((cast(%2$s as date) - cast(%1$s as date)) * 86400)".formatted(from, to)
        : "extract(epoch from (%2$s - %1$s))".formatted(from, to);
  }
}
