package app.resim.catalogue;

import java.util.Optional;

/**
 * What other modules demand of a brand before it may be used; declare it as a bean.
 */
public interface BrandCheck {

	/**
	 * Looks at a brand that somebody proposes.
	 * @param brand as it would be
	 * @return one sentence about what is wrong, or empty
	 */
	Optional<String> objection(Brand brand);

}
