package flows4ee.rest.guard;

import jakarta.ws.rs.ForbiddenException;

/** The caller lacks the role that this use of an operation needs. */
final class MissingRoleException extends ForbiddenException {

  private static final long serialVersionUID = 1L;

  private final String role;

  MissingRoleException(String role) {
    this.role = role;
  }

  String role() {
    return role;
  }
}
