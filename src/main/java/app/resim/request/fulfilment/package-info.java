/**
 * The plan that runs after a request was approved.
 */
@NullMarked
package app.resim.request.fulfilment;

import org.jspecify.annotations.NullMarked;
