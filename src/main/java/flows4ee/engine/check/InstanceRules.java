package flows4ee.engine.check;

import flows4ee.engine.state.ProcessStatus;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.SubflowStatus;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.TimerStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules for one instance: no token lost or doubled, no orphan timer, subscription or variable,
 * no transient status at rest, a status that agrees with the subflows.
 */
public final class InstanceRules {

  private static final Set<SubflowStatus> ONLY_SUSPENDED =
      Set.of(
          SubflowStatus.SUSPENDED, SubflowStatus.RESTART_ON_RESUME, SubflowStatus.DELETE_ON_RESUME);

  private final InstanceSnapshot snapshot;
  private final Set<Long> subflowIds;
  private final List<Violation> violations = new ArrayList<>();

  private InstanceRules(InstanceSnapshot snapshot) {
    this.snapshot = snapshot;
    this.subflowIds = snapshot.subflows().stream().map(Subflow::id).collect(Collectors.toSet());
  }

  /** Returns what an instance breaks. */
  public static List<Violation> check(InstanceSnapshot snapshot) {
    var rules = new InstanceRules(snapshot);
    rules.checkStatus();
    rules.checkStepKeys();
    rules.checkArmedOnce();
    rules.checkBelongings();
    snapshot.subflows().forEach(rules::checkSubflow);
    return List.copyOf(rules.violations);
  }

  private void checkStatus() {
    ProcessStatus status = snapshot.instance().status();
    boolean isLive = !status.isEnded() && status != ProcessStatus.CREATED;
    require(
        snapshot.subflows().isEmpty() != isLive,
        "an instance that is " + status.literal() + " has " + subflowIds.size() + " subflows");
    boolean hasError = snapshot.subflows().stream().anyMatch(InstanceRules::isInError);
    require(
        !hasError || status == ProcessStatus.ERROR || status == ProcessStatus.SUSPENDED,
        "a subflow is in error, the instance is " + status.literal());
  }

  private static boolean isInError(Subflow subflow) {
    return subflow.status() == SubflowStatus.ERROR;
  }

  /** A step key stands for one token. */
  private void checkStepKeys() {
    Set<String> keys = new HashSet<>();
    snapshot.subflows().stream()
        .filter(subflow -> subflow.stepKey() != null)
        .forEach(
            subflow ->
                require(
                    keys.add(subflow.stepKey()),
                    "the step key of subflow " + subflow.id() + " is that of another one"));
  }

  /** A boundary event waits once, however often its activity was begun again. */
  private void checkArmedOnce() {
    Set<List<Object>> armed = new HashSet<>();
    snapshot.timers().stream()
        .filter(InstanceRules::isWaiting)
        .forEach(
            timer ->
                require(
                    armed.add(List.of(timer.subflowId(), timer.eventId())),
                    "timer event " + timer.eventId() + " waits twice at " + timer.subflowId()));
    snapshot.subflows().stream()
        .filter(InstanceRules::isWaitingAtBoundary)
        .forEach(
            subflow ->
                require(
                    armed.add(List.of(subflow.parentId(), subflow.current())),
                    "boundary event " + subflow.current() + " waits twice"));
  }

  private static boolean isWaiting(Timer timer) {
    return timer.status() == TimerStatus.CREATED || timer.status() == TimerStatus.SUSPENDED;
  }

  private static boolean isWaitingAtBoundary(Subflow subflow) {
    boolean isWaiting =
        subflow.status() == SubflowStatus.WAITING_FOR_TIMER
            || subflow.status() == SubflowStatus.WAITING_FOR_MESSAGE;
    return isWaiting
        && subflow.parentId() != null
        && subflow.startingObject().equals(subflow.current());
  }

  private void checkBelongings() {
    snapshot.timers().forEach(timer -> requireSubflow(timer.subflowId(), "timer " + timer.id()));
    snapshot
        .subscriptions()
        .forEach(open -> requireSubflow(open.subflowId(), "subscription " + open.id()));
    snapshot.deliveries().stream()
        .filter(open -> !open.isStart())
        .forEach(open -> requireSubflow(open.subflowId(), "accepted message " + open.id()));
  }

  private void requireSubflow(Long subflowId, String what) {
    require(subflowIds.contains(subflowId), what + " belongs to no subflow: " + subflowId);
  }

  private void checkSubflow(Subflow subflow) {
    SubflowStatus status = subflow.status();
    String name = "subflow " + subflow.id();
    require(!status.isTransient(), name + " is " + status.literal() + " at rest");
    require(
        subflow.parentId() == null || subflowIds.contains(subflow.parentId()),
        name + " has lost its parent " + subflow.parentId());
    require(
        subflow.callingSubflow() == 0 || subflowIds.contains(subflow.callingSubflow()),
        name + " has lost its caller " + subflow.callingSubflow());
    require(
        !ONLY_SUSPENDED.contains(status) || snapshot.instance().status() == ProcessStatus.SUSPENDED,
        name + " is " + status.literal() + ", the instance is not suspended");
    require(hasWhatItWaitsFor(subflow), name + " is " + status.literal() + " for nothing");
  }

  private boolean hasWhatItWaitsFor(Subflow subflow) {
    return switch (subflow.status()) {
      case SPLIT -> isAny(other -> other.isChildOf(subflow.id()));
      case IN_SUBPROCESS, IN_CALL_ACTIVITY ->
          isAny(other -> other.callingSubflow() == subflow.id());
      case ITERATING ->
          isAny(other -> other.isChildOf(subflow.id()) && other.isRoundOf(subflow.current()));
      case WAITING_FOR_TIMER -> hasTimer(subflow);
      case WAITING_FOR_MESSAGE -> hasMessage(subflow);
      case WAITING_AT_GATEWAY, WAITING_ITERATIONS -> subflow.parentId() != null;
      case DELETE_ON_RESUME -> true;
      default -> subflow.current() != null;
    };
  }

  private boolean isAny(Predicate<Subflow> condition) {
    return snapshot.subflows().stream().anyMatch(condition);
  }

  private boolean hasTimer(Subflow subflow) {
    return snapshot.timers().stream()
        .filter(timer -> timer.subflowId() == subflow.id())
        .anyMatch(InstanceRules::isWaiting);
  }

  private boolean hasMessage(Subflow subflow) {
    return snapshot.subscriptions().stream()
            .anyMatch(open -> Objects.equals(open.subflowId(), subflow.id()))
        || snapshot.deliveries().stream()
            .anyMatch(delivery -> delivery.subflowId() == subflow.id());
  }

  private void require(boolean holds, String text) {
    if (!holds) {
      violations.add(new Violation(snapshot.instance().id(), text));
    }
  }
}
