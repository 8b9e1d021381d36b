package flows4ee.engine.state;

/**
 * Who may do a task: colon lists, or null.
 *
 * @param businessAdmin administrator of an approval task
 */
public record Assignment(
    String potentialUsers, String potentialGroups, String excludedUsers, String businessAdmin) {

  public static final Assignment NONE = new Assignment(null, null, null, null);
}
