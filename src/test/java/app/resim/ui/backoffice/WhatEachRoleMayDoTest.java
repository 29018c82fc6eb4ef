package app.resim.ui.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.privacy.Holds;
import app.resim.privacy.Privacy;
import app.resim.request.DeclineReason;
import app.resim.request.RequestReference;
import app.resim.request.Reviews.Decision;
import app.resim.ui.Seats;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The table of docs/operations.md.
 */
class WhatEachRoleMayDoTest extends AtTheDesk {

	private static final Map<String, Set<Role>> PAGES = Map.ofEntries(
			Map.entry("staff", Set.of(Role.REVIEWER, Role.FRAUD)),
			Map.entry("staff/devices", Set.of(Role.REVIEWER, Role.CATALOGUE)),
			Map.entry("staff/team", Set.of(Role.SENIOR, Role.AUDITOR)),
			Map.entry("staff/catalogue", Set.of(Role.CATALOGUE, Role.SENIOR)),
			Map.entry("staff/locks", Set.of(Role.REVIEWER, Role.SENIOR)),
			Map.entry("staff/callbacks", Set.of(Role.REVIEWER, Role.SENIOR)),
			Map.entry("staff/keeping", Set.of(Role.SENIOR)), Map.entry("staff/colleagues", Set.of(Role.SENIOR)),
			Map.entry("staff/systems", Set.of(Role.REVIEWER, Role.SENIOR, Role.FRAUD)),
			Map.entry("staff/cards", Set.of(Role.REVIEWER, Role.CLERK)),
			Map.entry("staff/shop", Set.of(Role.REVIEWER, Role.SENIOR, Role.CLERK)),
			Map.entry("staff/audit", Set.of(Role.REVIEWER, Role.SENIOR, Role.FRAUD, Role.AUDITOR)));

	@Autowired
	private Staff staff;

	@Autowired
	private Holds holds;

	@Autowired
	private Privacy privacy;

	@ParameterizedTest
	@EnumSource(Role.class)
	void eachRoleSeesItsPagesAndIsOfferedExactlyThese(Role role) {
		as(Seats.staff("lee", role));
		Set<String> offered = new TreeSet<>();
		PAGES.forEach((page, roles) -> {
			UI.getCurrent().navigate(page);
			assertThat(page().contains("There is no such page")).as(role + " at " + page)
				.isEqualTo(!roles.contains(role));
			if (roles.contains(role)) {
				offered.addAll(menu());
			}
		});
		assertThat(offered).isEqualTo(new TreeSet<>(PAGES.entrySet()
			.stream()
			.filter(page -> page.getValue().contains(role))
			.map(page -> "/" + page.getKey())
			.toList()));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "SENIOR", "CATALOGUE", "AUDITOR", "CLERK" })
	void whoeverDecidesNothingSeesNoCase(Role role) {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		as(Seats.staff("lee", role));
		UI.getCurrent().navigate("staff/cases/" + reference);
		assertThat(page()).contains("There is no such page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cleo", "ada", "mei", "nobody" })
	void behindThePagesTheServicesRefuseToo(String name) {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		refused(() -> this.reviews.claim(reference, name));
		refused(() -> this.reviews.claimNext(name));
		refused(() -> this.reviews.resume(reference, name));
		refused(() -> this.reviews.open(reference, name));
		refused(() -> this.reviews.decline(reference, name, DeclineReason.DOCUMENT_DIFFERS, null));
		refusedToAllButReviewers(reference, name);
		refusedToAllButSeniors(name);
	}

	@Test
	void aFraudAnalystLooksAndDeclinesButApprovesNothing() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		as(Seats.staff("fay", Role.FRAUD));
		UI.getCurrent().navigate("staff/cases/" + reference);
		press("review");

		assertThat(text(find(DecisionForm.class).single().getElement())).contains("Decline")
			.doesNotContain("Approve", "Ask for another picture", "Hand over to a store");
		assertThat(shows("approve")).isFalse();
		refusedToAllButReviewers(reference, "fay");
		refusedToAllButSeniors("fay");
		assertThat(this.reviews.decline(reference, "fay", DeclineReason.DOCUMENT_DIFFERS, null))
			.isEqualTo(Decision.DONE);
	}

	@Test
	void aReviewerWhoIsNotSeniorChangesNothingAboutColleaguesAndCustomers() {
		refusedToAllButSeniors("kay");
	}

	private void refusedToAllButReviewers(RequestReference reference, String name) {
		refused(() -> this.reviews.approve(reference, name, ""));
		refused(() -> this.reviews.handOver(reference, name, null));
		refused(() -> this.reviews.takeBack(reference, name));
		refused(() -> this.reviews.askPictures(reference, name, List.of(), null));
	}

	private void refusedToAllButSeniors(String name) {
		SubscriberId sam = Cases.SAM;
		refused(() -> this.staff.link("kay", sam, name));
		refused(() -> this.staff.unlink("hugo", sam, name));
		refused(() -> this.holds.place(sam, "Court order", name));
		refused(() -> this.holds.lift(sam, name));
		refused(() -> this.privacy.export(sam, Actor.staff(name)));
		refused(() -> this.privacy.erase(sam, Actor.staff(name)));
	}

	private static void refused(ThrowingCallable deed) {
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(deed);
	}

	private List<String> menu() {
		return find(Anchor.class).all()
			.stream()
			.filter(link -> link.getId().filter(id -> id.startsWith("menu-")).isPresent())
			.flatMap(link -> Stream.of(link.getElement().getAttribute("href")))
			.toList();
	}

}
