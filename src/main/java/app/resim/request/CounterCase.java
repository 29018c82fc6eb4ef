package app.resim.request;

/**
 * What somebody at a counter needs in order to hand a card to the right person.
 *
 * @param row the card
 * @param phase where the request stands
 * @param registeredName the name in the operator's directory
 * @param needsSecond whether somebody else has to agree as well
 */
public record CounterCase(CardRow row, Phase phase, String registeredName, boolean needsSecond) {

	@Override
	public String toString() {
		return "CounterCase[" + this.row.reference() + "]";
	}

}
