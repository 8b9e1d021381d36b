/**
 * REST API v1 of Flows for APEX: one JAX-RS resource per path family. A resource reads the call,
 * makes one engine call, replies; documents are in {@code wire}, refusals in {@code guard}.
 */
package flows4ee.rest;
