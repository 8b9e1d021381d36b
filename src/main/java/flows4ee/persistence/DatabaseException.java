package flows4ee.persistence;

import flows4ee.oauth.StoreException;
import java.sql.SQLException;

/** The database refused a statement or does not answer. */
public final class DatabaseException extends StoreException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** The database's own failure behind an exception of JPA. */
  static DatabaseException of(SQLException failure, RuntimeException behind) {
    var exception = new DatabaseException(failure);
    exception.addSuppressed(behind);
    return exception;
  }
}
