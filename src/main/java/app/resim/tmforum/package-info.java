/**
 * Promises the operator's own back end where it speaks TM Forum Open APIs v4: it fills
 * the ports for the customer directory, for the billing and for the network's register of
 * lines. Hides the protocol, its tokens and its vendors' habits. Never orders the same
 * deed a second time while nobody knows what became of the first.
 *
 * @see "decision 0028"
 * @see "decision 0040"
 */
@ApplicationModule(allowedDependencies = { "kernel", "openid", "account", "account :: port", "provisioning :: port" })
@NullMarked
package app.resim.tmforum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
