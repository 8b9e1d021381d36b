package flows4ee.engine.model;

/** A task of any kind. */
public sealed interface Task extends Activity
    permits PlainTask, UserTask, ScriptTask, ServiceTask, BusinessRuleTask, SendTask, ReceiveTask {}
