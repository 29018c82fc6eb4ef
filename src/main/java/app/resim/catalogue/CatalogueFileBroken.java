package app.resim.catalogue;

/**
 * Thrown when a file of the operator cannot be used, so that the portal does not start
 * with half of it. The message is one sentence for the person who wrote the file.
 */
class CatalogueFileBroken extends RuntimeException {

	CatalogueFileBroken(String file, String place, String problem) {
		super(file + ", " + place + ": " + problem + ".");
	}

}
