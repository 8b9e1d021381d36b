/**
 * OAuth 2.0 for the REST API: token endpoint, access tokens, clients and their roles, and the
 * authentication mechanism that checks every request. Imports no other package of the application;
 * {@code rest}, {@code admin} and {@code config} may call it.
 */
package flows4ee.oauth;
