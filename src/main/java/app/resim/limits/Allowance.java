package app.resim.limits;

import java.time.Duration;

/**
 * How often something may be done. What was used comes back evenly over the span.
 *
 * @param scope for whom it is counted together
 * @param times how often at once
 * @param span how long it takes until all of them are back
 */
record Allowance(Scope scope, int times, Duration span) {
}
