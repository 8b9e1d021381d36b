/**
 * The one strict JSON reader and the one writer, over a small immutable tree (RFC 8259). Imports
 * nothing of ours; every other package may use it.
 */
package flows4ee.json;
