package flows4ee.engine.execution;

import flows4ee.engine.expression.VariableExpressions;
import flows4ee.engine.state.EngineSettings;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What every call of the engine works with. */
public record Services(
    EngineSettings settings,
    ModelSource models,
    VariableExpressions expressions,
    BoundaryEvents boundaryEvents,
    MessageStarts messageStarts,
    StepKeys stepKeys,
    Clock clock,
    RandomGenerator random) {}
