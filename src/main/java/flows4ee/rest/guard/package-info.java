/**
 * What stands before and behind every resource: the call and its body, limits and media types,
 * exception mappers and the wording of every refusal, entity tags, the REST event log. Used by the
 * resources; its settings and stores are ports that {@code config} and {@code persistence} fill.
 */
package flows4ee.rest.guard;
