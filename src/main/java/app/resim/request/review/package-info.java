/**
 * The reviewers' side of a request: worklist and decisions.
 */
@NullMarked
package app.resim.request.review;

import org.jspecify.annotations.NullMarked;
