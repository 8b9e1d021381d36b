package flows4ee.engine.model;

import java.util.Optional;

/** BPMN business rule task. */
public record BusinessRuleTask(FlowNode node, Optional<Iteration> iteration, Program program)
    implements Task {}
