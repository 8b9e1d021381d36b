/** Values of process variables and their text forms. Every engine package may use it. */
package flows4ee.engine.variable;
