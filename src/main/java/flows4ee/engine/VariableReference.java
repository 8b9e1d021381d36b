package flows4ee.engine;

import java.util.OptionalLong;

/** A process variable to delete; scope and subflow as in {@link VariableAssignment}. */
public record VariableReference(String name, long scope, OptionalLong subflowId) {}
