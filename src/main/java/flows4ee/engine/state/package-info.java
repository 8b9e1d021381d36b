/**
 * Run-time state of process instances as immutable rows, the in-memory {@code InstanceState} that
 * collects the changes of a call, and the ports through which both reach a database.
 */
package flows4ee.engine.state;
