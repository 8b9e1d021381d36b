/**
 * Completes the description of the API while it is built: from the annotations of the resources and
 * the components in {@code src/main/openapi}. It is not part of the packed application.
 */
package flows4ee.rest.openapi.build;
