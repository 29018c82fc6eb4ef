/**
 * ES2+ (GSMA SGP.22, 5.3 and 6.5.2): the client and the inbound progress notification.
 */
@NullMarked
package app.resim.provisioning.es2plus;

import org.jspecify.annotations.NullMarked;
