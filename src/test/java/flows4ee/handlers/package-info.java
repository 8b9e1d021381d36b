/** Handlers as an application's own jar brings them, for the tests of a deployed handler. */
package flows4ee.handlers;
