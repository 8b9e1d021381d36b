package flows4ee.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * BPMN user task.
 *
 * @param type {@code apexPage}, {@code apexApproval}, {@code apexSimpleForm}, {@code externalUrl}
 *     or absent
 */
public record UserTask(
    FlowNode node,
    Optional<Iteration> iteration,
    Optional<String> type,
    Assignment assignment,
    Optional<TaskPage> page,
    Optional<Approval> approval,
    Optional<String> externalUrl)
    implements Task {

  /** Settings evaluated when the task becomes current. */
  public record Assignment(
      Optional<Setting> priority,
      Optional<Setting> dueOn,
      Optional<Setting> potentialUsers,
      Optional<Setting> potentialGroups,
      Optional<Setting> excludedUsers,
      Optional<Setting> businessAdmin) {}

  /** The page behind a task; all texts are substituted before use. */
  public record TaskPage(
      Optional<String> applicationId,
      Optional<String> pageId,
      Optional<String> request,
      Optional<String> cache,
      List<PageItem> items) {

    public TaskPage {
      items = List.copyOf(items);
    }
  }

  /** One page item with its value. */
  public record PageItem(String name, String value) {}

  /** An approval; all texts are substituted before use. */
  public record Approval(
      Optional<String> applicationId,
      Optional<String> taskStaticId,
      Optional<String> subject,
      Optional<String> businessRef,
      Optional<String> initiator,
      Optional<String> resultVariable,
      List<PageItem> parameters) {

    public Approval {
      parameters = List.copyOf(parameters);
    }
  }
}
