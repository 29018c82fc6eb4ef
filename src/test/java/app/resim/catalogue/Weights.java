package app.resim.catalogue;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/**
 * The weights of swap protection, for tests that make a brand of their own.
 */
public final class Weights {

	private Weights() {
	}

	/**
	 * As the demonstration brand has them.
	 * @return its section of the shipped file
	 */
	public static Brand.Protection demo() {
		return demoBrand().protection();
	}

	/**
	 * The brand of the file that operators begin their own with.
	 * @return the first of that file
	 */
	public static Brand strictBrand() {
		return BrandFile.read(new FileSystemResource("docs/brands.yaml")).getFirst();
	}

	/**
	 * The catalogue that has only that brand.
	 * @return read from the same file
	 */
	public static Catalogue strictCatalogue() {
		return new Catalogue(new FileSystemResource("docs/brands.yaml"));
	}

	/**
	 * The demonstration brand.
	 * @return the first of the shipped file
	 */
	public static Brand demoBrand() {
		return BrandFile.read(new ClassPathResource("catalogue/brands.yaml")).getFirst();
	}

}
