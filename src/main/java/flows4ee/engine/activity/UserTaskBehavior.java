package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.execution.History;
import flows4ee.engine.execution.Trigger;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.model.Setting;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.state.Assignment;
import flows4ee.engine.state.SubflowStatus;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * User task: waits until it is completed; an approval waits for its result. Priority, due date and
 * assignment are evaluated for the task types that people see.
 */
public final class UserTaskBehavior implements ElementBehavior<UserTask> {

  private static final int LONGEST_RESERVATION = 255;
  private static final String APPROVAL = "apexApproval";
  private static final Set<String> ASSIGNED = Set.of("apexPage", "apexSimpleForm", APPROVAL);

  private final SettingValues settings;

  public UserTaskBehavior(SettingValues settings) {
    this.settings = settings;
  }

  @Override
  public Class<UserTask> elementType() {
    return UserTask.class;
  }

  @Override
  public void enter(UserTask task, Execution execution) {
    if (task.type().filter(ASSIGNED::contains).isPresent()) {
      prioritize(task, execution);
      assign(task, execution);
    }
    boolean isApproval = task.type().filter(APPROVAL::equals).isPresent();
    execution.waitAs(isApproval ? SubflowStatus.WAITING_FOR_APPROVAL : SubflowStatus.RUNNING);
  }

  @Override
  public void resume(UserTask task, Execution execution, Trigger trigger) {
    execution.leave();
  }

  private void prioritize(UserTask task, Execution execution) {
    var wanted = task.assignment();
    var priority =
        wanted
            .priority()
            .map(setting -> settings.priority(setting, execution.scope()))
            .orElse(OptionalInt.empty());
    Instant dueOn =
        wanted
            .dueOn()
            .flatMap(setting -> settings.dueOn(setting, execution.scope()))
            .map(ZonedDateTime::toInstant)
            .orElse(null);
    wanted
        .dueOn()
        .flatMap(settings::dueOnWarning)
        .ifPresent(
            warning ->
                execution
                    .call()
                    .history()
                    .step(execution.subflow(), History.ROUTINE, "step warning", warning));
    execution.change(
        row -> {
          row.priority = priority.isPresent() ? priority.getAsInt() : null;
          row.dueOn = dueOn;
        });
  }

  private void assign(UserTask task, Execution execution) {
    var wanted = task.assignment();
    String users = text(wanted.potentialUsers(), execution);
    String groups = text(wanted.potentialGroups(), execution);
    String excluded = text(wanted.excludedUsers(), execution);
    String admin = text(wanted.businessAdmin(), execution);
    if (admin == null && task.type().filter(APPROVAL::equals).isPresent()) {
      admin = defaultAdmin(task, execution);
    }
    boolean isOpen =
        wanted.potentialUsers().isEmpty()
            && wanted.potentialGroups().isEmpty()
            && wanted.excludedUsers().isEmpty();
    var lane = execution.subflow().lane();
    String laneGroups = isOpen && Boolean.TRUE.equals(lane.isRole()) ? lane.role() : groups;
    var assignment = new Assignment(users, laneGroups, excluded, admin);
    execution.change(
        row -> {
          row.assignment = assignment;
          row.reservation = onlyUser(users, laneGroups, excluded).orElse(row.reservation);
        });
  }

  /** A single potential user who is not excluded has the task reserved. */
  private static Optional<String> onlyUser(String users, String groups, String excluded) {
    if (users == null || users.contains(":") || groups != null) {
      return Optional.empty();
    }
    boolean isExcluded =
        excluded != null
            && Arrays.asList(excluded.toUpperCase(Locale.ROOT).split(":"))
                .contains(users.toUpperCase(Locale.ROOT));
    if (users.length() > LONGEST_RESERVATION) {
      throw new StepFailedException(EngineMessage.VALUE_TOO_LONG, LONGEST_RESERVATION);
    }
    return isExcluded ? Optional.empty() : Optional.of(users);
  }

  /** Of the process, else of the configuration. */
  private static String defaultAdmin(UserTask task, Execution execution) {
    String configured = execution.call().services().settings().defaultBusinessAdmin();
    return execution
        .model()
        .processOf(task)
        .businessAdmin()
        .orElse(configured.isBlank() ? null : configured);
  }

  private String text(Optional<Setting> setting, Execution execution) {
    return setting.flatMap(value -> settings.text(value, execution.scope())).orElse(null);
  }
}
