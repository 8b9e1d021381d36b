/**
 * Random models, random walks through their instances, and what must hold after every action; one
 * seed gives the same model and the same walk again.
 */
package flows4ee.engine.walk;
