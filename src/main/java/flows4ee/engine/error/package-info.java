/** Failures of the engine and the catalogue of their texts. Everybody may use it. */
package flows4ee.engine.error;
