package app.resim.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import app.resim.identity.Comparison.Field;
import app.resim.identity.Comparison.Row;
import app.resim.identity.Comparison.Verdict;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.MrzParsing;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A document beside the account. The zone is ICAO's example: Anna Maria Eriksson of
 * Utopia, born on 12 August 1974, valid until 15 April 2012.
 */
class ComparisonTest {

	private static final LocalDate TODAY = LocalDate.of(2011, 6, 1);

	private static final LocalDate BIRTH = LocalDate.of(1974, 8, 12);

	private static final Mrz ANNA = zone();

	@Test
	void aDocumentThatAgreesInEverythingContradictsNothing() {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(),
				new Claim("Anna Maria Eriksson", Optional.of(BIRTH), Optional.of("L898902C3")), TODAY);

		assertThat(comparison.contradictions()).isEmpty();
		assertThat(comparison.rows()).extracting(Row::field, Row::verdict)
			.contains(tuple(Field.NAME, Verdict.SAME), tuple(Field.NUMBER, Verdict.SAME),
					tuple(Field.BIRTH, Verdict.SAME), tuple(Field.EXPIRY, Verdict.SAME));
	}

	@ParameterizedTest
	@CsvSource({ "Boris Godunov, 1974-08-12, L898902C3, NAME", "Anna Maria Eriksson, 1974-08-13, L898902C3, BIRTH",
			"Anna Maria Eriksson, 1974-08-12, L898902C4, NUMBER" })
	void eachDifferenceIsNamed(String name, LocalDate birth, String number, Field field) {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(),
				new Claim(name, Optional.of(birth), Optional.of(number)), TODAY);

		assertThat(comparison.contradictions()).containsExactly(field);
	}

	@Test
	void anExpiredDocumentIsShownAsSuch() {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(), claim(Optional.empty()),
				LocalDate.of(2012, 4, 16));

		assertThat(comparison.contradictions()).containsExactly(Field.EXPIRY);
	}

	@Test
	void theLastDayOfValidityIsValid() {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(), claim(Optional.empty()),
				LocalDate.of(2012, 4, 15));

		assertThat(comparison.contradictions()).isEmpty();
	}

	@Test
	void whatIsNotOnFileStandsAlone() {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(),
				new Claim("Anna Maria Eriksson", Optional.empty(), Optional.empty()), TODAY);

		assertThat(comparison.rows()).extracting(Row::field, Row::verdict)
			.contains(tuple(Field.NUMBER, Verdict.ALONE), tuple(Field.BIRTH, Verdict.ALONE));
		assertThat(comparison.contradictions()).isEmpty();
	}

	@Test
	void aTypedNumberIsComparedHoweverItWasRecorded() {
		Comparison comparison = Comparison.of(Optional.empty(), Optional.of("A1234563"),
				new Claim("Wong Siu Man", Optional.empty(), Optional.of("A123456(3)")), TODAY);

		assertThat(comparison.rows()).singleElement().satisfies(row -> {
			assertThat(row.verdict()).isEqualTo(Verdict.SAME);
			assertThat(row.read()).isEmpty();
		});
	}

	@Test
	void withNothingReadAndNothingTypedThereIsNothingToShow() {
		assertThat(Comparison.of(Optional.empty(), Optional.empty(), claim(Optional.of("L898902C3")), TODAY))
			.isEqualTo(Comparison.NOTHING);
	}

	@Test
	void nothingPersonalIsPrinted() {
		Comparison comparison = Comparison.of(Optional.of(ANNA), Optional.empty(), claim(Optional.empty()), TODAY);

		assertThat(comparison + "" + comparison.rows() + claim(Optional.of("L898902C3")))
			.doesNotContainIgnoringCase("eriksson")
			.doesNotContain("L8989", "1974");
	}

	private static Tuple tuple(Object... values) {
		return Tuple.tuple(values);
	}

	private static Claim claim(Optional<String> number) {
		return new Claim("Anna Maria Eriksson", Optional.of(BIRTH), number);
	}

	private static Mrz zone() {
		return switch (Mrz.parse(
				List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
				TODAY)) {
			case MrzParsing.Parsed(Mrz mrz) -> mrz;
			case MrzParsing.NotAnMrz not -> throw new AssertionError(not.reason());
		};
	}

}
