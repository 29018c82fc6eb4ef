package app.resim.catalogue;

import java.util.List;

import app.resim.kernel.BrandId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The operator's brands.
 */
@Service
public class Catalogue {

	private final List<Brand> brands;

	/**
	 * Reads the brands.
	 * @param file {@code resim.catalogue.brands}, else what is shipped
	 * @throws CatalogueFileBroken if anything in the file is wrong
	 */
	Catalogue(@Value("${resim.catalogue.brands:classpath:catalogue/brands.yaml}") Resource file) {
		this.brands = BrandFile.read(file);
	}

	/**
	 * A brand by key.
	 * @param id the key
	 * @return the brand
	 * @throws IllegalArgumentException if there is none
	 */
	public Brand brand(BrandId id) {
		return this.brands.stream()
			.filter(brand -> brand.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no brand " + id));
	}

	/**
	 * The brand that pages show before anybody has signed in.
	 * @return the first brand laid down
	 */
	public Brand front() {
		return this.brands.getFirst();
	}

	/**
	 * All brands.
	 * @return at least one, in the order laid down
	 */
	public List<Brand> brands() {
		return this.brands;
	}

}
