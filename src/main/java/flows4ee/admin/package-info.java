/** Administration besides REST: the management bean for OAuth clients and keys. */
package flows4ee.admin;
