package flows4ee.engine;

import flows4ee.engine.activity.BusinessRuleTaskBehavior;
import flows4ee.engine.activity.CallActivityBehavior;
import flows4ee.engine.activity.IterationBehavior;
import flows4ee.engine.activity.MailSender;
import flows4ee.engine.activity.MailTask;
import flows4ee.engine.activity.PlainTaskBehavior;
import flows4ee.engine.activity.ProgramRunner;
import flows4ee.engine.activity.ReceiveTaskBehavior;
import flows4ee.engine.activity.ScriptTaskBehavior;
import flows4ee.engine.activity.SendTaskBehavior;
import flows4ee.engine.activity.ServiceTaskBehavior;
import flows4ee.engine.activity.SubProcessBehavior;
import flows4ee.engine.activity.TaskHandlers;
import flows4ee.engine.activity.UnsupportedElementBehavior;
import flows4ee.engine.activity.UserTaskBehavior;
import flows4ee.engine.event.BoundaryEventBehavior;
import flows4ee.engine.event.EndEventBehavior;
import flows4ee.engine.event.IntermediateCatchEventBehavior;
import flows4ee.engine.event.IntermediateThrowEventBehavior;
import flows4ee.engine.event.StartEventBehavior;
import flows4ee.engine.event.TimerWait;
import flows4ee.engine.execution.BoundaryEvents;
import flows4ee.engine.execution.ElementBehaviors;
import flows4ee.engine.execution.Services;
import flows4ee.engine.execution.StepKeys;
import flows4ee.engine.execution.StepLoop;
import flows4ee.engine.expression.Conditions;
import flows4ee.engine.expression.Evaluator;
import flows4ee.engine.expression.IterationInput;
import flows4ee.engine.expression.Scripts;
import flows4ee.engine.expression.SettingValues;
import flows4ee.engine.expression.TableQuery;
import flows4ee.engine.expression.VariableExpressions;
import flows4ee.engine.gateway.EventBasedGatewayBehavior;
import flows4ee.engine.gateway.ExclusiveGatewayBehavior;
import flows4ee.engine.gateway.GatewayRouter;
import flows4ee.engine.gateway.InclusiveGatewayBehavior;
import flows4ee.engine.gateway.ParallelGatewayBehavior;
import flows4ee.engine.message.MessageSender;
import flows4ee.engine.message.MessageSubscriptions;
import flows4ee.engine.parser.DiagramParser;
import flows4ee.engine.state.EngineSettings;
import flows4ee.engine.state.RetentionStore;
import flows4ee.engine.state.SqlQueries;
import flows4ee.engine.state.StatisticsStore;
import flows4ee.engine.state.Transactions;
import flows4ee.engine.timer.Timers;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Puts the engine together from its ports. */
public final class EngineAssembly {

  private final ProcessEngine engine;
  private final DueTimers dueTimers;
  private final WaitingWork waitingWork;
  private final StrandedSteps strandedSteps;
  private final DiagramObjects diagramObjects;
  private final TaskPages taskPages;
  private final EndedInstances endedInstances;

  /** What the engine needs from outside. */
  public record Ports(
      Transactions transactions,
      EngineSettings settings,
      SqlQueries queries,
      TaskHandlers handlers,
      MailSender mailSender,
      Clock clock,
      RandomGenerator random,
      DueTimers.Claims claims) {}

  public EngineAssembly(Ports ports) {
    var parser = new DiagramParser();
    var evaluator = new Evaluator(ports.queries());
    var settingValues = new SettingValues(evaluator);
    var starts = new StartedByMessage();
    var models = new CompiledModels(ports.transactions(), parser);
    this.diagramObjects = new DiagramObjects(ports.transactions(), models);
    this.taskPages = new TaskPages(ports.transactions(), models, ports.clock(), ports.random());
    var services = services(ports, models, evaluator, settingValues, starts);
    var loop = new StepLoop(behaviors(ports, evaluator, settingValues));
    var start = new InstanceStart(loop, settingValues);
    var accepted = new AcceptedMessages(loop, start);
    var calls = new Calls(ports.transactions(), services, accepted);
    var creation = new InstanceCreation(services);
    starts.use(creation);
    var variables = new VariableOperations(calls);
    var instances = new InstanceOperations(calls, creation, start, variables);
    this.endedInstances = instances;
    this.engine =
        new BpmnProcessEngine(
            new DiagramOperations(
                ports.transactions(),
                parser,
                new StartSubscriptions(ports.clock()),
                new DeploymentChecks(evaluator),
                ports.clock()),
            new DiagramDeletion(ports.transactions(), instances),
            instances,
            new SuspendOperations(calls, loop),
            variables,
            new StepOperations(calls, loop, variables),
            new StepRepairs(calls, loop),
            new RewindOperations(calls),
            new MessageOperations(calls, accepted, starts));
    this.dueTimers =
        new DueTimers(
            ports.transactions(),
            calls,
            loop,
            new BrokenTimers(ports.transactions(), calls, ports.claims()));
    this.waitingWork = new WaitingWork(ports.transactions(), calls, ports.clock());
    this.strandedSteps = new StrandedSteps(ports.transactions(), calls, loop, ports.clock());
  }

  public ProcessEngine engine() {
    return engine;
  }

  public DueTimers dueTimers() {
    return dueTimers;
  }

  public WaitingWork waitingWork() {
    return waitingWork;
  }

  public StrandedSteps strandedSteps() {
    return strandedSteps;
  }

  public DiagramObjects diagramObjects() {
    return diagramObjects;
  }

  public TaskPages taskPages() {
    return taskPages;
  }

  /** The daily jobs on these stores. */
  public Retention retention(
      RetentionStore store,
      StatisticsStore statistics,
      Supplier<RetentionPolicy> policies,
      Retention.Node node) {
    return new Retention(
        store, new StatisticsRun(statistics, node.clock()), endedInstances, policies, node);
  }

  private static Services services(
      Ports ports,
      CompiledModels models,
      Evaluator evaluator,
      SettingValues settingValues,
      StartedByMessage starts) {
    return new Services(
        ports.settings(),
        models,
        new VariableExpressions(evaluator),
        new BoundaryEvents(timers(ports), new MessageSubscriptions(settingValues)),
        starts,
        new StepKeys(ports.random()),
        ports.clock(),
        ports.random());
  }

  static ElementBehaviors behaviors(Ports ports, Evaluator evaluator, SettingValues settings) {
    var conditions = new Conditions(evaluator);
    var router = new GatewayRouter(conditions);
    var timerWait = new TimerWait(timers(ports));
    var subscriptions = new MessageSubscriptions(settings);
    var sender = new MessageSender(settings);
    var runner = new ProgramRunner(new Scripts(evaluator), ports.handlers());
    return new ElementBehaviors(
        List.of(
            new StartEventBehavior(timerWait),
            new EndEventBehavior(sender),
            new IntermediateThrowEventBehavior(sender),
            new IntermediateCatchEventBehavior(timerWait, subscriptions),
            new BoundaryEventBehavior(),
            new ExclusiveGatewayBehavior(router),
            new InclusiveGatewayBehavior(router),
            new ParallelGatewayBehavior(),
            new EventBasedGatewayBehavior(),
            new PlainTaskBehavior(),
            new UserTaskBehavior(settings),
            new ScriptTaskBehavior(runner),
            new BusinessRuleTaskBehavior(runner),
            new ServiceTaskBehavior(
                runner, new MailTask(ports.mailSender(), new TableQuery(ports.queries()))),
            new SendTaskBehavior(sender, runner),
            new ReceiveTaskBehavior(subscriptions, runner),
            new SubProcessBehavior(),
            new CallActivityBehavior(),
            new UnsupportedElementBehavior()),
        new IterationBehavior(
            new IterationInput(evaluator, () -> ports.settings().iterationLimit()), conditions));
  }

  private static Timers timers(Ports ports) {
    return new Timers(() -> ports.settings().timerMaxCycles());
  }
}
