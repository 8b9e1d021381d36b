package flows4ee.engine;

import flows4ee.engine.model.VariableValue;
import java.util.OptionalLong;

/**
 * A process variable to set.
 *
 * @param scope 0 for the main scope; ignored when a subflow is given; absent for the default scope
 *     of the call
 * @param subflowId subflow whose scope is meant
 */
public record VariableAssignment(
    String name, VariableValue value, OptionalLong scope, OptionalLong subflowId) {}
