/** Behaviors of start, end, intermediate and boundary events. */
package flows4ee.engine.event;
