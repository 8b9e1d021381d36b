package flows4ee.engine.model;

import java.util.Optional;

/** BPMN script task. */
public record ScriptTask(FlowNode node, Optional<Iteration> iteration, Program program)
    implements Task {}
