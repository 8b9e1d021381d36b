package flows4ee.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Where the databases differ in the statements of the engine's stores. */
enum Dialect {
  H2("for update", "for update", "%s is not distinct from ?", null, "select next value for %s"),
  /**
   * The weaker locks leave foreign key checks of other transactions alone: a message for a locked
   * instance can be stored, and instances of one diagram can be created side by side.
   */
  POSTGRESQL("for no key update", "for share", "coalesce(%s, '') = ?", "", "select nextval('%s')"),
  ORACLE(
      "for update wait 2",
      "for update wait 2",
      "coalesce(%s, chr(1)) = ?",
      "\u0001",
      "select %s.nextval from dual");

  private final String rowLock;
  private final String sharedLock;
  private final String nullSafeEquality;
  private final String nullText;
  private final String nextValue;

  Dialect(
      String rowLock,
      String sharedLock,
      String nullSafeEquality,
      String nullText,
      String nextValue) {
    this.rowLock = rowLock;
    this.sharedLock = sharedLock;
    this.nullSafeEquality = nullSafeEquality;
    this.nullText = nullText;
    this.nextValue = nextValue;
  }

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
    return rowLock;
  }

  /** The clause that keeps the rows of a query as they are, shared where the database can. */
  String sharedLock() {
    return sharedLock;
  }

  /** The clauses that lock the first rows which nobody else has locked. */
  String skipLocked(int limit) {
    return this == ORACLE
        ? "for update skip locked"
        : "fetch first " + limit + " rows only for update skip locked";
  }

  /** The condition, fit for the unique index, that a text column is a parameter or both null. */
  String isSame(String column) {
    return nullSafeEquality.formatted(column);
  }

  /** The parameter of {@link #isSame}. */
  String sameAs(String text) {
    return text == null ? nullText : text;
  }

  String nextValue(String sequence) {
    return nextValue.formatted(sequence);
  }

  /** Whether a failed statement spoils the transaction unless a savepoint was set before. */
  boolean losesTransactionOnError() {
    return this == POSTGRESQL;
  }
}
