/**
 * The BPMN engine's front door: {@code ProcessEngine} and its use cases, {@code ProcessQueries} for
 * reading, and the types both speak. Plain Java; the only engine package REST and administration
 * may call.
 */
package flows4ee.engine;
