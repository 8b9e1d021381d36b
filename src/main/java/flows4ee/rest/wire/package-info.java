/**
 * The documents of REST v1: values, links, collections, replies and errors, each written with its
 * keys in the order of the contract. Used by the resources and by {@code rest.guard}.
 */
package flows4ee.rest.wire;
