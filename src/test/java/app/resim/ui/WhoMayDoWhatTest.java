package app.resim.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.WholeResim;
import app.resim.account.StaffMember.Role;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnnotatedViewAccessChecker;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may open or do what, for everything that the running portal answers to. What is new
 * has no row here and fails: write down who may, before anybody can.
 *
 * <p>
 * Whose request, picture or line it is, is asked where it is read:
 * {@code EveryPageOfARequestTest} and {@code RightsOfACustomerTest}.
 */
@WholeResim
class WhoMayDoWhatTest {

	/** Those who come, and the word for each in the table. */
	private enum Who {

		NOBODY, CUSTOMER, REVIEWER, SENIOR, FRAUD, CATALOGUE, AUDITOR, CLERK;

		Authentication seat() {
			return switch (this) {
				case NOBODY -> new AnonymousAuthenticationToken("key", "nobody",
						List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS")));
				case CUSTOMER -> Seats.customer("demo-1001");
				case REVIEWER, SENIOR, FRAUD, CATALOGUE, AUDITOR, CLERK -> Seats.staff("kay", Role.valueOf(name()));
			};
		}

	}

	/**
	 * Holders of a token or certificate, whom no seat stands for: {@code CallersTest} and
	 * {@code PrivacyOverHttpTest} let them in.
	 */
	private static final Set<String> MACHINES = Set.of("the operator", "the sm-dp+");

	private static final String TABLE = """
			ANY /error                                                         | everybody
			GET /api/privacy/customers/{subscriber}/export                     | the operator
			GET /demo/billing                                                  | everybody
			GET /demo/messages                                                 | everybody
			GET /demo/phone                                                    | everybody
			GET /demo/pictures                                                 | everybody
			GET /demo/pictures/card.jpg                                        | everybody
			GET /demo/pictures/portrait.jpg                                    | everybody
			GET /demo/staff                                                    | everybody
			GET /help                                                          | everybody
			GET /help/call-back                                                | everybody
			GET /help/call-back/noted                                          | everybody
			GET /help/check                                                    | everybody
			GET /help/check/{step}                                             | everybody
			GET /help/forgotten-number                                         | everybody
			GET /help/forgotten-number/asked                                   | everybody
			GET /help/not-me                                                   | everybody
			GET /help/{topic}                                                  | everybody
			GET /look/{fingerprint}/app.css                                    | everybody
			GET /look/{fingerprint}/distances.js                               | everybody
			GET /look/{fingerprint}/flow.js                                    | everybody
			GET /look/{fingerprint}/mark.svg                                   | everybody
			GET /look/{fingerprint}/passkeys.js                                | everybody
			GET /look/{fingerprint}/staff.css                                  | everybody
			GET /look/{fingerprint}/staying.js                                 | everybody
			GET /not-me/{channel}/{reference}/{stop}                           | everybody
			GET /operator                                                      | everybody
			GET /operator/{brand}                                              | everybody
			GET /ready                                                         | customer
			GET /ready/app                                                     | customer
			GET /ready/codes                                                   | customer
			GET /session                                                       | everybody
			GET /shops                                                         | everybody
			GET /sign-in                                                       | everybody
			GET /sign-in/code                                                  | everybody
			GET /sign-in/second                                                | everybody
			GET /signed-in                                                     | customer
			GET /signed-out                                                    | everybody
			GET /staff/proof                                                   | reviewer senior fraud catalogue auditor clerk
			GET /staff/sign-in                                                 | everybody
			GET /staff/sign-in/factor                                          | everybody
			GET /staff/sign-in/set-up                                          | everybody
			GET /staff/signed-in                                               | reviewer senior fraud catalogue auditor clerk
			GET /{name:privacy|accessibility|terms|source}                     | everybody
			POST /api/privacy/customers/{subscriber}/erase                     | the operator
			POST /demo/billing                                                 | everybody
			POST /demo/messages                                                | everybody
			POST /demo/phone                                                   | everybody
			POST /demo/phone/fault                                             | everybody
			POST /gsma/rsp2/es2plus/handleDownloadProgressInfo                 | the sm-dp+
			POST /help/call-back                                               | everybody
			POST /help/forgotten-number                                        | everybody
			POST /not-me/{channel}/{reference}/{stop}                          | everybody
			POST /ready/app                                                    | customer
			POST /ready/app/new                                                | customer
			POST /ready/app/remove                                             | customer
			POST /ready/codes                                                  | customer
			POST /ready/passkeys                                               | customer
			POST /ready/passkeys/remove                                        | customer
			POST /session/stay                                                 | everybody
			POST /sign-in                                                      | everybody
			POST /sign-in/code                                                 | everybody
			POST /sign-in/code/new                                             | everybody
			POST /sign-in/passkey                                              | everybody
			POST /sign-in/second                                               | everybody
			POST /sign-in/second/later                                         | everybody
			POST /signed-in/end                                                | customer
			POST /signed-in/everywhere                                         | customer
			POST /simulated/sm-dp/gsma/rsp2/es2plus/{function}                 | none
			POST /staff/proof/app                                              | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/app/remove                                       | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/code                                             | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/passkey                                          | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/passkeys                                         | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/passkeys/remove                                  | reviewer senior fraud catalogue auditor clerk
			POST /staff/proof/reset                                            | reviewer senior fraud catalogue auditor clerk
			POST /staff/sign-in                                                | everybody
			POST /staff/sign-in/factor                                         | everybody
			POST /staff/sign-in/passkey                                        | everybody
			POST /staff/sign-in/set-up                                         | everybody
			POST /staff/sign-in/set-up/passkey                                 | everybody
			POST /staff/signed-in/end                                          | reviewer senior fraud catalogue auditor clerk
			POST /staff/signed-in/everywhere                                   | reviewer senior fraud catalogue auditor clerk
			VIEW /                                                             | everybody
			VIEW /hand                                                         | everybody
			VIEW /lines                                                        | customer
			VIEW /lines/lock                                                   | customer
			VIEW /lines/stop                                                   | customer
			VIEW /requests/:reference                                          | customer
			VIEW /requests/:reference/address                                  | customer
			VIEW /requests/:reference/cancel                                   | customer
			VIEW /requests/:reference/card                                     | customer
			VIEW /requests/:reference/check                                    | customer
			VIEW /requests/:reference/device                                   | customer
			VIEW /requests/:reference/device/answer                            | customer
			VIEW /requests/:reference/document                                 | customer
			VIEW /requests/:reference/esim                                     | customer
			VIEW /requests/:reference/place                                    | customer
			VIEW /requests/:reference/in-person                                | customer
			VIEW /requests/:reference/person                                   | customer
			VIEW /requests/:reference/portrait                                 | customer
			VIEW /requests/:reference/reason                                   | customer
			VIEW /requests/:reference/too-often                                | customer
			VIEW /requests/:reference/way                                      | customer
			VIEW /staff                                                        | reviewer fraud
			VIEW /staff/audit                                                  | reviewer senior fraud auditor
			VIEW /staff/callbacks                                              | reviewer senior
			VIEW /staff/cards                                                  | reviewer clerk
			VIEW /staff/cards/:reference                                       | reviewer clerk
			VIEW /staff/cases/:___url_parameter                                | reviewer fraud
			VIEW /staff/catalogue                                              | senior catalogue
			VIEW /staff/catalogue/:___url_parameter                            | senior catalogue
			VIEW /staff/colleagues                                             | senior
			VIEW /staff/devices                                                | reviewer catalogue
			VIEW /staff/keeping                                                | senior
			VIEW /staff/locks                                                  | reviewer senior
			VIEW /staff/shop                                                   | reviewer senior clerk
			VIEW /staff/systems                                                | reviewer senior fraud
			VIEW /staff/team                                                   | senior auditor
			VIEW /visits                                                       | customer
			VIEW /visits/:reference                                            | customer
			VIEW /visits/:reference/cancel                                     | customer
			VIEW /visits/:reference/move                                       | customer
			VIEW /visits/new                                                   | customer
			""";

	/** Which chain guards what; the last takes all that no other takes. */
	private static final List<String> CHAINS = List.of("/gsma/**", "/api/privacy/**", "/simulated/sm-dp/**",
			"any request");

	/** Where else answers come from: files of the bundle, nothing, and no page. */
	private static final Set<String> OTHER_SOURCES = Set.of("vaadinRootMapping", "welcomePageHandlerMapping",
			"welcomePageNotAcceptableHandlerMapping", "beanNameHandlerMapping", "routerFunctionMapping",
			"resourceHandlerMapping");

	/**
	 * What carries files to and from a page. Such an address lives in one session of one
	 * page that was opened by somebody who may; what it carries is read with the owner's
	 * or the reviewer's name.
	 */
	private static final Set<String> CARRIERS = Set.of("ui.FileQuestion", "ui.ReceiptFile",
			"ui.backoffice.ExportStream", "ui.backoffice.PictureStream", "ui.backoffice.Shot", "ui.backoffice.TeamPage",
			"ui.customer.Pictures", "ui.customer.StoredPicture", "ui.customer.VisitFile");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ServletContext servlets;

	@Autowired
	private FilterChainProxy chains;

	private final Browserlike browser;

	WhoMayDoWhatTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@Test
	void everyAddressIsInTheTableAndOpensToThoseWhoStandThere() {
		assertThat(found()).containsExactlyInAnyOrderEntriesOf(written());
	}

	@Test
	void everyChainIsKnown() {
		assertThat(this.chains.getFilterChains()).hasSameSizeAs(CHAINS);
		assertThat(this.chains.getFilterChains()).zipSatisfy(CHAINS,
				(chain, matching) -> assertThat(chain.toString()).contains("matching [").contains(matching));
	}

	@Test
	void nothingElseAnswers() {
		assertThat(this.context.getBeansOfType(HandlerMapping.class)
			.entrySet()
			.stream()
			.filter(each -> !(each.getValue() instanceof RequestMappingInfoHandlerMapping))
			.map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(OTHER_SOURCES);
	}

	@Test
	void everyWayForAFileIsKnown() {
		assertThat(carriers()).containsExactlyInAnyOrderElementsOf(CARRIERS);
	}

	@Test
	void goingOnInsideAPageIsCheckedAsAnAddressIs() {
		NavigationAccessControl control = this.context.getBean(NavigationAccessControl.class);
		assertThat(control.isEnabled()).isTrue();
		assertThat(control.hasAccessChecker(AnnotatedViewAccessChecker.class)).isTrue();
	}

	@Test
	void noFormIsTakenWithoutItsToken() {
		List<String> forms = Stream
			.concat(endpoints().filter(endpoint -> endpoint.startsWith("POST "))
				.map(endpoint -> filled(endpoint.substring(5))), Stream.of(SignInPaths.OUT))
			.filter(path -> !path.startsWith("/api/") && !path.startsWith("/gsma/") && !path.startsWith("/simulated/"))
			.toList();

		assertThat(forms).hasSizeGreaterThan(15)
			.allSatisfy(
					path -> assertThat(this.browser.another().post(path, Map.of()).status()).as(path).isEqualTo(403));
	}

	private static Map<String, Set<Who>> written() {
		return TABLE.lines()
			.map(line -> line.split(" \\| "))
			.collect(Collectors.toMap(row -> row[0].strip(), row -> read(row[1].strip())));
	}

	private static Set<Who> read(String words) {
		if (words.equals("everybody")) {
			return EnumSet.allOf(Who.class);
		}
		return (words.equals("none") || MACHINES.contains(words)) ? Set.of()
				: Stream.of(words.split(" "))
					.map(word -> Who.valueOf(word.toUpperCase(Locale.ROOT)))
					.collect(Collectors.toSet());
	}

	private Map<String, Set<Who>> found() {
		var found = new TreeMap<String, Set<Who>>();
		endpoints().forEach(endpoint -> found.put(endpoint, may(endpoint)));
		views().forEach(view -> found.put("VIEW " + path(view), navigated(view)));
		return found;
	}

	private Stream<String> endpoints() {
		return this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.stream()
			.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(WhoMayDoWhatTest::spelled);
	}

	private static Stream<String> spelled(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		List<String> words = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
		return info.getPatternValues().stream().flatMap(path -> words.stream().map(word -> word + " " + path));
	}

	private List<RouteData> views() {
		return ApplicationRouteRegistry.getInstance(new VaadinServletContext(this.servlets)).getRegisteredRoutes();
	}

	private static String path(RouteBaseData<?> view) {
		return "/" + view.getTemplate();
	}

	private Set<Who> may(String endpoint) {
		String[] words = endpoint.split(" ");
		return allowed(words[0].equals("ANY") ? "GET" : words[0], words[1]);
	}

	private Set<Who> navigated(RouteData view) {
		Set<Who> byAddress = allowed("GET", path(view));
		return Arrays.stream(Who.values())
			.filter(who -> byAddress.contains(who) && enters(view, who.seat()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Who.class)));
	}

	private static boolean enters(RouteData view, Authentication seat) {
		var checker = new AccessAnnotationChecker();
		Set<String> roles = seat.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.collect(Collectors.toSet());
		return Stream.concat(Stream.of(view.getNavigationTarget()), view.getParentLayouts().stream())
			.allMatch(type -> checker.hasAccess(type, (seat instanceof AnonymousAuthenticationToken) ? null : seat,
					role -> roles.contains("ROLE_" + role)));
	}

	private Set<Who> allowed(String method, String pattern) {
		String path = filled(pattern);
		return Arrays.stream(Who.values())
			.filter(who -> passes(method, path, who.seat()))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Who.class)));
	}

	/** An address of that shape. */
	private static String filled(String pattern) {
		return pattern.replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1")
			.replaceAll("\\{[^}]*}", "c56a4180-65aa-42ec-a945-5fd21dec0538")
			.replaceAll(":[a-z_]+", "RS-0000-0000");
	}

	private boolean passes(String method, String path, Authentication seat) {
		var request = new MockHttpServletRequest(this.servlets, method, path);
		request.setServletPath(path);
		SecurityFilterChain chain = this.chains.getFilterChains()
			.stream()
			.filter(each -> each.matches(request))
			.findFirst()
			.orElseThrow();
		AuthorizationFilter door = chain.getFilters()
			.stream()
			.filter(AuthorizationFilter.class::isInstance)
			.map(AuthorizationFilter.class::cast)
			.findFirst()
			.orElseThrow();
		AuthorizationResult result = door.getAuthorizationManager().authorize(() -> seat, request);
		return result != null && result.isGranted();
	}

	private static Set<String> carriers() {
		return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("app.resim")
			.stream()
			.filter(type -> type.getDirectDependenciesFromSelf()
				.stream()
				.anyMatch(each -> each.getTargetClass().getPackageName().equals("com.vaadin.flow.server.streams")))
			.map(JavaClass::getName)
			.map(name -> name.replaceAll("\\$.*", "").replace("app.resim.", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
