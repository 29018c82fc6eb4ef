package app.resim.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a figure of a brand comes from.
 *
 * @param mark how sure it is
 * @param source who says so; needed for what is public or weak
 * @param date when it was looked up; needed likewise
 */
public record Fact(Mark mark, @MayBeLeftOut Optional<String> source, @MayBeLeftOut Optional<LocalDate> date) {

	public Fact {
		boolean sourced = mark == Mark.PUBLIC || mark == Mark.WEAK;
		Rule.check(!sourced || (source.isPresent() && date.isPresent()),
				"what is public or weak names its source and the date when it was looked up");
		Rule.check(source.stream().noneMatch(String::isBlank), "the source is empty");
	}

	static Fact of(Mark mark) {
		return new Fact(mark, Optional.empty(), Optional.empty());
	}

}
