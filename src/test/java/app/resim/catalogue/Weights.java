package app.resim.catalogue;

import org.springframework.core.io.ClassPathResource;

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
	 * The demonstration brand.
	 * @return the first of the shipped file
	 */
	public static Brand demoBrand() {
		return BrandFile.read(new ClassPathResource("catalogue/brands.yaml")).getFirst();
	}

}
