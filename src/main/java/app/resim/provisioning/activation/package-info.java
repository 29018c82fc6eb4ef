/**
 * Activation codes (SGP.22, 4.1) and their QR pictures. Pure.
 */
@NullMarked
package app.resim.provisioning.activation;

import org.jspecify.annotations.NullMarked;
