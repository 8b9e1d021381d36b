package flows4ee.oauth;

/** Names of the API roles, for {@code @RolesAllowed}; {@link Role} knows their privileges. */
public final class Roles {

  public static final String READ = "Flows for Apex - Read";
  public static final String WRITE = "Flows for Apex - Write";
  public static final String MESSAGES = "Flows for Apex - Messages";
  public static final String ADMIN = "Flows for Apex - Admin";

  private Roles() {}
}
