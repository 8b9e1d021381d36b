/**
 * Signing keys and the signed tokens made with them: key pairs, their encrypted storage, rotation,
 * and strict writing and reading of JSON Web Signatures. Called by {@code oauth} only.
 */
package flows4ee.oauth.key;
