package flows4ee.engine.activity;

/**
 * A Java handler of script, service, business rule and send tasks. The server's own beans implement
 * it; a task names its bean in the attribute {@code f4ee:handler}.
 *
 * <pre>
 * &#64;ApplicationScoped
 * &#64;Named("creditCheck")
 * public class CreditCheck implements TaskHandler {
 *   public void execute(TaskContext context) {
 *     var amount = context.variable("AMOUNT");
 *     context.setVariable("RATING", VariableValue.text("A"));
 *   }
 * }
 * </pre>
 */
public interface TaskHandler {

  /**
   * Does the work of the task. The step is completed when it returns; any exception puts the step
   * in error with its changes dropped.
   *
   * @throws flows4ee.engine.expression.BpmnErrorRaised to leave by the error boundary event
   */
  void execute(TaskContext context);
}
