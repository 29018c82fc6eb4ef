package app.resim.catalogue;

import java.util.List;

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
		return new Catalogue(List.of(strictBrand()));
	}

	/**
	 * A brand with other weights and routes.
	 * @param brand all else
	 * @param weights instead of its own
	 * @param routes instead of its own
	 * @return the brand
	 */
	public static Brand weighing(Brand brand, Brand.Protection weights, Brand.Routes routes) {
		return new Brand(brand.id(), brand.name(), brand.legalName(), brand.standing(), brand.hue(), brand.hotline(),
				brand.hotlineHours(), brand.site(), brand.region(), brand.zone(), brand.currency(), brand.languages(),
				brand.documents(), brand.fees(), brand.hours(), brand.automatic(), brand.limits(), brand.codeValidity(),
				brand.newCodes(), brand.profileType(), brand.twoReviewers(), brand.stores(), brand.keeping(), weights,
				routes, brand.terms(), brand.rules(), brand.cards(), brand.simCap(), brand.cancellation(),
				brand.facts());
	}

	/**
	 * The demonstration brand.
	 * @return the first of the shipped file
	 */
	public static Brand demoBrand() {
		return BrandFile.read(new ClassPathResource("catalogue/brands.yaml")).getFirst();
	}

	/**
	 * The catalogue of the demonstration.
	 * @return read from the shipped file
	 */
	public static Catalogue demoCatalogue() {
		return new Catalogue(BrandFile.read(new ClassPathResource("catalogue/brands.yaml")));
	}

}
