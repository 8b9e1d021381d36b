/**
 * The OAuth endpoints over HTTP: token, revocation, introspection, key set and metadata, and the
 * authentication mechanism of the application. Called by the container only.
 */
package flows4ee.oauth.endpoint;
