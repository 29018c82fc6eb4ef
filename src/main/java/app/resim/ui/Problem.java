package app.resim.ui;

/**
 * One thing that is wrong with what a person entered.
 *
 * @param field where
 * @param message one sentence that says how to put it right
 */
public record Problem(Field field, String message) {
}
