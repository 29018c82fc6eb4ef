package app.resim.catalogue;

import java.util.List;

import app.resim.kernel.BrandId;

import org.springframework.stereotype.Service;

/**
 * The operator's brands.
 */
@Service
public class Catalogue {

	/**
	 * A brand by key.
	 * @param id the key
	 * @return the brand
	 * @throws IllegalArgumentException if there is none
	 */
	public Brand brand(BrandId id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The brand that pages show before anybody has signed in.
	 * @return the first brand laid down
	 */
	public Brand front() {
		throw new UnsupportedOperationException();
	}

	public List<Brand> brands() {
		throw new UnsupportedOperationException();
	}

}
