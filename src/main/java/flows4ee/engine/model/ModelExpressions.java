package flows4ee.engine.model;

import flows4ee.engine.model.ModelExpression.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the program texts of a diagram: variable expressions, settings, conditions, collections and
 * scripts. Processes come first, then flow elements in document order, each with the flows that
 * leave it.
 */
public final class ModelExpressions {

  private static final String CONDITION = "conditionExpression";
  private static final String COMPLETION_CONDITION = "completionCondition";
  private static final String FEEL = "feel";

  private final List<ModelExpression> found = new ArrayList<>();

  private ModelExpressions() {}

  /** All program texts of a model; texts of unknown type are among them. */
  public static List<ModelExpression> of(DiagramModel model) {
    var walk = new ModelExpressions();
    model.processes().forEach(walk::addProcess);
    model.elements().values().forEach(walk::addElement);
    return List.copyOf(walk.found);
  }

  private void addProcess(BpmnProcess process) {
    var owner = new Owner(process.id(), "bpmn:process", process.location());
    addSetting(owner, "priority", process.priority());
    addSetting(owner, "dueOn", process.dueOn());
    addSetting(owner, "potentialStartingUsers", process.potentialStartingUsers());
    addSetting(owner, "potentialStartingGroups", process.potentialStartingGroups());
    addSetting(owner, "excludedStartingUsers", process.excludedStartingUsers());
  }

  private void addElement(FlowElement element) {
    var node = element.node();
    var owner = new Owner(node.id(), node.tag(), node.location());
    node.expressions().bySet().forEach((set, list) -> addVariables(owner, set, list));
    if (element instanceof Activity activity) {
      activity.iteration().ifPresent(iteration -> addIteration(owner, iteration));
    }
    if (element instanceof Task task) {
      addTask(owner, task);
    }
    if (element instanceof Event event
        && event.definition() instanceof EventDefinition.Message message) {
      addMessage(owner, message.message());
    }
    node.outgoing().forEach(this::addCondition);
  }

  private void addVariables(Owner owner, ExpressionSet set, List<VariableExpression> expressions) {
    for (var expression : expressions) {
      String place = set.literal() + ' ' + expression.variableName();
      add(owner, Use.VARIABLE, place, expression.type(), expression.expression());
    }
  }

  private void addIteration(Owner owner, Iteration iteration) {
    iteration
        .input()
        .ifPresent(
            input ->
                add(
                    owner,
                    Use.INPUT_COLLECTION,
                    "inputCollection",
                    input.type(),
                    input.expression()));
    iteration
        .completionCondition()
        .ifPresent(
            condition ->
                add(
                    owner,
                    Use.COMPLETION_CONDITION,
                    COMPLETION_CONDITION,
                    type(condition),
                    condition.text()));
  }

  private void addTask(Owner owner, Task task) {
    if (task instanceof UserTask userTask) {
      addAssignment(owner, userTask.assignment());
    } else if (task instanceof ScriptTask scriptTask) {
      addScript(owner, scriptTask.program());
    } else if (task instanceof ServiceTask serviceTask) {
      addScript(owner, serviceTask.program());
      serviceTask.aiGeneration().ifPresent(generation -> addGeneration(owner, generation));
    } else if (task instanceof BusinessRuleTask ruleTask) {
      addScript(owner, ruleTask.program());
    } else if (task instanceof SendTask sendTask) {
      addScript(owner, sendTask.program());
      sendTask.message().ifPresent(message -> addMessage(owner, message));
    } else if (task instanceof ReceiveTask receiveTask) {
      addScript(owner, receiveTask.program());
      receiveTask.message().ifPresent(message -> addMessage(owner, message));
    }
  }

  private void addAssignment(Owner owner, UserTask.Assignment assignment) {
    addSetting(owner, "priority", assignment.priority());
    addSetting(owner, "dueOn", assignment.dueOn());
    addSetting(owner, "potentialUsers", assignment.potentialUsers());
    addSetting(owner, "potentialGroups", assignment.potentialGroups());
    addSetting(owner, "excludedUsers", assignment.excludedUsers());
    addSetting(owner, "businessAdmin", assignment.businessAdmin());
  }

  private void addGeneration(Owner owner, ServiceTask.AiGeneration generation) {
    addSetting(owner, "aiService", generation.service());
    addSetting(owner, "aiPrompt", generation.prompt());
    addSetting(owner, "aiTemperature", generation.temperature());
  }

  private void addMessage(Owner owner, MessageDefinition message) {
    addSetting(owner, "endpoint", message.endpoint());
    addSetting(owner, "messageName", message.messageName());
    addSetting(owner, "correlationKey", message.correlationKey());
    addSetting(owner, "correlationValue", message.correlationValue());
    addSetting(owner, "payload", message.payload());
  }

  private void addScript(Owner owner, Program program) {
    program
        .script()
        .ifPresent(
            script ->
                add(
                    owner,
                    Use.SCRIPT,
                    "plsqlCode",
                    ExpressionType.PLSQL_FUNCTION_BODY,
                    script.code()));
  }

  private void addCondition(SequenceFlow flow) {
    var owner = new Owner(flow.id(), "bpmn:sequenceFlow", flow.location());
    flow.condition()
        .ifPresent(
            condition -> add(owner, Use.CONDITION, CONDITION, type(condition), condition.text()));
  }

  private void addSetting(Owner owner, String name, Optional<Setting> setting) {
    setting.ifPresent(value -> add(owner, Use.SETTING, name, value.type(), value.expression()));
  }

  private void add(Owner owner, Use use, String place, ExpressionType type, String text) {
    found.add(
        new ModelExpression(use, place, type, text, owner.id(), owner.tag(), owner.location()));
  }

  private static ExpressionType type(Condition condition) {
    return FEEL.equals(condition.language())
        ? ExpressionType.FEEL_EXPRESSION
        : ExpressionType.of(condition.language());
  }

  private record Owner(String id, String tag, Location location) {}
}
