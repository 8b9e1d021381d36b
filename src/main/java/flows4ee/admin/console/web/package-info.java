/**
 * The console over HTTP: session endpoints, the session cookie, headers of the pages. The servlet
 * container alone calls it.
 */
package flows4ee.admin.console.web;
