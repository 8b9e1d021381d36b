/**
 * Servers that run the packed application: in the foreground for {@code mvn -Prun}, and in the
 * background for the integration tests, which reach them through {@code TestServer}.
 */
package flows4ee.server;
