package flows4ee.engine.state;

import java.util.ArrayList;
import java.util.List;

/** The log entries of a call, in order, taken back together with the step that wrote them. */
public final class Log {

  private final Journal journal;
  private final List<CompletedStep> completedSteps = new ArrayList<>();
  private final List<InstanceEvent> instanceEvents = new ArrayList<>();
  private final List<StepEvent> stepEvents = new ArrayList<>();
  private final List<VariableEvent> variableEvents = new ArrayList<>();

  Log(Journal journal) {
    this.journal = journal;
  }

  public void add(CompletedStep step) {
    append(completedSteps, step);
  }

  public void add(InstanceEvent event) {
    append(instanceEvents, event);
  }

  public void add(StepEvent event) {
    append(stepEvents, event);
  }

  public void add(VariableEvent event) {
    append(variableEvents, event);
  }

  public List<CompletedStep> completedSteps() {
    return List.copyOf(completedSteps);
  }

  public List<InstanceEvent> instanceEvents() {
    return List.copyOf(instanceEvents);
  }

  public List<StepEvent> stepEvents() {
    return List.copyOf(stepEvents);
  }

  public List<VariableEvent> variableEvents() {
    return List.copyOf(variableEvents);
  }

  void forgetCompletedSteps() {
    completedSteps.clear();
  }

  void clear() {
    completedSteps.clear();
    instanceEvents.clear();
    stepEvents.clear();
    variableEvents.clear();
  }

  private <T> void append(List<T> entries, T entry) {
    entries.add(entry);
    journal.add(() -> entries.remove(entries.size() - 1));
  }
}
