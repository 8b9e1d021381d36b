/**
 * The step loop: agenda, the {@code Execution} handle through which behaviors change state, and the
 * registry of behaviors. Behaviors build on it; it knows none of them.
 */
package flows4ee.engine.execution;
