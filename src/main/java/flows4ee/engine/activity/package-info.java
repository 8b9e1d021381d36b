/** Behaviors of tasks, sub-processes, call activities and iterations. */
package flows4ee.engine.activity;
