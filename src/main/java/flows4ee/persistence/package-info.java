/**
 * The only place that knows SQL and entity managers: stores of the engine's state over JDBC,
 * repositories of administrative tables over JPA.
 */
package flows4ee.persistence;
