package flows4ee.engine;

import flows4ee.engine.model.VariableValue;

/** A process variable as read. */
public record VariableView(long scope, String name, VariableValue value) {}
