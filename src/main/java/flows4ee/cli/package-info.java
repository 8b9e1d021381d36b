/** {@code flowsctl}: the command line for operators, a runnable jar beside the WAR. */
package flows4ee.cli;
