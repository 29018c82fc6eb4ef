package app.resim;

/**
 * Something that production must not have. Holds no secret and no person: it is printed.
 *
 * @param what what was found, as a sentence without its full stop
 * @param remedy what the operator does about it
 */
record WeakSpot(String what, String remedy) {
}
