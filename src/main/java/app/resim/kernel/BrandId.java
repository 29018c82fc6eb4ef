package app.resim.kernel;

import java.io.Serializable;

/**
 * Names a brand of the operator, for example {@code tidewire}.
 *
 * @param brand lower-case letters, digits and hyphens, at most 40
 */
public record BrandId(String brand) implements Serializable {

	public BrandId {
		if (!brand.matches("[a-z0-9-]{1,40}")) {
			throw new IllegalArgumentException("Not a brand id");
		}
	}

	@Override
	public String toString() {
		return this.brand;
	}

}
