package flows4ee.engine;

import flows4ee.engine.execution.ModelSource;
import flows4ee.engine.expression.Substitution;
import flows4ee.engine.model.DiagramModel;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.model.UserTask.PageItem;
import flows4ee.engine.model.UserTask.TaskPage;
import flows4ee.engine.state.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The pages that diagrams give to user tasks, with their texts substituted for a step. */
public final class TaskPages {

  private final Transactions transactions;
  private final ModelSource models;
  private final Clock clock;
  private final RandomGenerator random;

  TaskPages(Transactions transactions, ModelSource models, Clock clock, RandomGenerator random) {
    this.transactions = transactions;
    this.models = models;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The page of the user task that a step stands at.
   *
   * @param variables of the scope of the step
   * @param priority of the instance, read when a text asks for it
   * @return empty when the diagram gives it no page, or one without application or number
   */
  public Optional<TaskPage> find(
      StepView step, List<VariableView> variables, Supplier<OptionalInt> priority) {
    var scope = new StepScope(step, variables, priority, clock.instant(), random);
    return model(step.diagramId())
        .flatMap(model -> Optional.ofNullable(step.current()).map(model.elements()::get))
        .filter(UserTask.class::isInstance)
        .flatMap(task -> ((UserTask) task).page())
        .map(page -> filled(page, text -> Substitution.inShortText(text, scope)))
        .filter(page -> isNamed(page.applicationId()) && isNamed(page.pageId()));
  }

  private Optional<DiagramModel> model(long diagramId) {
    return transactions
        .call(transaction -> transaction.diagrams().find(diagramId))
        .map(diagram -> models.model(diagramId, diagram.contentHash()));
  }

  private static TaskPage filled(TaskPage page, UnaryOperator<String> fill) {
    return new TaskPage(
        page.applicationId().map(fill),
        page.pageId().map(fill),
        page.request().map(fill),
        page.cache().map(fill),
        page.items().stream()
            .map(item -> new PageItem(fill.apply(item.name()), fill.apply(item.value())))
            .toList());
  }

  private static boolean isNamed(Optional<String> text) {
    return text.filter(name -> !name.isBlank()).isPresent();
  }
}
