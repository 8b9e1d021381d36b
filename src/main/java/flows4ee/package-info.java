/**
 * Flows for Jakarta EE: the REST API of Flows for APEX on a Jakarta EE server, with its own BPMN
 * engine.
 */
package flows4ee;
