/**
 * Promises the life of a replacement from the first answer to the installed eSIM, exactly
 * once. Hides the states, the steps of fulfilment and the rules of review. Never lets a
 * person who is not the owner learn that a request exists.
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys", "nodes", "catalogue", "account", "identity", "protection",
		"provisioning" })
@NullMarked
package app.resim.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
