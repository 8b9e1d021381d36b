/** Message subscriptions of steps, and the correlation of messages that steps send. */
package flows4ee.engine.message;
