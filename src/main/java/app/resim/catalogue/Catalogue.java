package app.resim.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.kernel.BrandId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The operator's brands, as they are laid down at this moment.
 */
@Service
public class Catalogue {

	private final Supplier<List<Brand>> brands;

	private final Runnable lookAgain;

	@Autowired
	Catalogue(PresentBrands present) {
		this.brands = present::now;
		this.lookAgain = present::lookAgain;
	}

	/** Brands that never change. */
	Catalogue(List<Brand> brands) {
		this.brands = () -> brands;
		this.lookAgain = () -> {
		};
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
		return brands().stream().filter(brand -> brand.id().equals(id)).findFirst();
	}

	/**
	 * The brand that pages show before anybody has signed in or chosen.
	 * @return the first brand laid down
	 */
	public Brand front() {
		return brands().getFirst();
	}

	/**
	 * All brands.
	 * @return at least one, in the order laid down
	 */
	public List<Brand> brands() {
		return this.brands.get();
	}

	/** Something was agreed to or dropped on this node. */
	void lookAgain() {
		this.lookAgain.run();
	}

}
