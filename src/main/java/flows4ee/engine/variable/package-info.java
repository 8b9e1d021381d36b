/**
 * Values of process variables: their text forms, and Oracle's numbers, date masks, intervals and
 * calendars. Every engine package may use it.
 */
package flows4ee.engine.variable;
