/**
 * The wiring: deployment settings, data source, schema migration, start and stop, health. Uses
 * every other package; no other package uses it.
 */
package flows4ee.config;
