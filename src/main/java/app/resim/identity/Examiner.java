package app.resim.identity;

import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;

/**
 * Opens a file somewhere where it can do no harm, and says what is in it.
 */
@FunctionalInterface
interface Examiner {

	Answer examine(Upload upload, Side side);

}
