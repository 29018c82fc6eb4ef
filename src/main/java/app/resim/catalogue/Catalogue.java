package app.resim.catalogue;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.BrandId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * The operator's brands.
 */
@Service
public class Catalogue {

	static final String SHIPPED = "classpath:catalogue/brands.yaml,classpath:catalogue/examples/";

	private final List<Brand> brands;

	/**
	 * Reads the brands.
	 * @param named {@code resim.catalogue.brands}: files and folders with commas between
	 * them, else what is shipped
	 * @param files finds them
	 * @throws CatalogueFileBroken if anything in them is wrong
	 */
	@Autowired
	Catalogue(@Value("${resim.catalogue.brands:" + SHIPPED + "}") String named, ResourcePatternResolver files) {
		this(new BrandFiles(files).read(named));
	}

	Catalogue(List<Brand> brands) {
		this.brands = brands;
	}

	/**
	 * A brand by key.
	 * @param id the key
	 * @return the brand
	 * @throws IllegalArgumentException if there is none
	 */
	public Brand brand(BrandId id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("There is no brand " + id));
	}

	/**
	 * A brand by key, where the key comes from outside.
	 * @param id the key
	 * @return the brand, or empty if there is none
	 */
	public Optional<Brand> find(BrandId id) {
		return this.brands.stream().filter(brand -> brand.id().equals(id)).findFirst();
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
