/**
 * Promises who somebody is at the operator's own provider of accounts (OpenID Connect):
 * one provider for customers, one for staff, each only where it is set. Hides the
 * protocol, its keys and its tokens. Never decides what such an account may do, and keeps
 * no token.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.resim.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
