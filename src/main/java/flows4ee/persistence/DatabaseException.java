package flows4ee.persistence;

import java.sql.SQLException;

/** The database refused a statement or does not answer. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
