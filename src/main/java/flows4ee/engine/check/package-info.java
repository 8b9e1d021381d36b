/** What must hold of stored state whenever no call is running; for operators and tests. */
package flows4ee.engine.check;
