package app.resim.account.simulated;

import java.time.LocalDate;

import app.resim.kernel.Money;

/**
 * A bill of an invented customer that is not paid.
 *
 * @param number as it stands on the bill
 * @param amount what is to be paid
 * @param due until when
 */
public record SimulatedBill(String number, Money amount, LocalDate due) {

	@Override
	public String toString() {
		return "SimulatedBill[•••]";
	}

}
