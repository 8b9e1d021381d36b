package flows4ee.handlers;

import flows4ee.engine.activity.TaskContext;
import flows4ee.engine.activity.TaskHandler;
import flows4ee.engine.expression.BpmnErrorRaised;
import flows4ee.engine.model.VariableValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Writes the rating of {@code AMOUNT} to {@code RATING}; no amount is a BPMN error. */
@ApplicationScoped
@Named("creditCheck")
public class CreditCheck implements TaskHandler {

  @Inject CreditBureau bureau;

  @Override
  public void execute(TaskContext context) {
    var amount = context.variable("amount").orElseThrow(BpmnErrorRaised::new).asNumber();
    context.setVariable("RATING", VariableValue.text(bureau.rate(amount)));
    context.setVariable("CHECKED", VariableValue.text(context.taskId()));
  }
}
