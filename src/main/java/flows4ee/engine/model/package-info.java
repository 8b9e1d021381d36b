/**
 * The compiled process model: a sealed tree of immutable records that the parser builds once per
 * diagram content. Imports nothing of ours; every engine package may read it.
 */
package flows4ee.engine.model;
