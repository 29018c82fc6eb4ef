package app.resim.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * A day on which a shop is open.
 *
 * @param day local date
 * @param slots those that are still to come, full ones too
 */
public record OpenDay(LocalDate day, List<Slot> slots) {

	public OpenDay {
		slots = List.copyOf(slots);
	}

	/**
	 * Those at which somebody may still come.
	 * @return the earliest first
	 */
	public List<Slot> free() {
		return this.slots.stream().filter(slot -> slot.left() > 0).toList();
	}

}
