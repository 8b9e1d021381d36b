/**
 * The description of the API: how it is served, and the page that shows it. The servlet container
 * alone calls it.
 */
package flows4ee.rest.openapi;
