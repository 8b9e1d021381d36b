/** One behavior per kind of gateway, with the router and the merge they share. */
package flows4ee.engine.gateway;
