/**
 * Timer definitions, their due dates and calendars. Called by the behaviors of timer events and by
 * the due-timer run.
 */
package flows4ee.engine.timer;
