package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.identity.Side;

/**
 * What a reviewer asks of the customer: other pictures, or a visit to a store.
 *
 * @param pictures which and why; empty for a visit
 * @param came the pictures of them that have come
 * @param note the reviewer's own words for the customer
 * @param at since when
 * @param until how long it is waited for
 */
public record Asking(List<PictureWish> pictures, Set<Side> came, Optional<String> note, Instant at, Instant until) {

	public Asking {
		pictures = List.copyOf(pictures);
		came = Set.copyOf(came);
	}

	/**
	 * The pictures that have not come yet.
	 * @return in the order of the wishes
	 */
	public List<PictureWish> missing() {
		return this.pictures.stream().filter(wish -> !this.came.contains(wish.side())).toList();
	}

	@Override
	public String toString() {
		return "Asking" + this.pictures;
	}

}
