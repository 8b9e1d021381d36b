/**
 * People at the console: their accounts, sign-in and sessions. Called by the session endpoints, the
 * authentication mechanism and the command line.
 */
package flows4ee.admin.console;
