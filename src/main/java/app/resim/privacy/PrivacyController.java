package app.resim.privacy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A customer's rights for the operator's own back end, which knows customers by the
 * opaque key of its directory.
 */
@RestController
class PrivacyController {

	static final String PATHS = "/api/privacy/**";

	private static final String CUSTOMER = "/api/privacy/customers/{subscriber}";

	private static final Actor OPERATOR = Actor.system("operator");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Privacy privacy;

	PrivacyController(Privacy privacy) {
		this.privacy = privacy;
	}

	@GetMapping(CUSTOMER + "/export")
	void export(@PathVariable String subscriber, HttpServletResponse response) throws IOException {
		switch (customer(subscriber).map(customer -> this.privacy.export(customer, OPERATOR))
			.orElseGet(ExportAnswer.NothingKept::new)) {
			case ExportAnswer.Ready(Export export) -> {
				response.setContentType("application/zip");
				response.setHeader("Content-Disposition", "attachment; filename=\"personal-data.zip\"");
				response.setHeader("Cache-Control", "no-store");
				export.writeTo(response.getOutputStream());
			}
			case ExportAnswer.NothingKept _ -> unknown(response);
			case ExportAnswer.OwnAccount _ -> throw new IllegalStateException("A system has no account");
		}
	}

	@PostMapping(CUSTOMER + "/erase")
	void erase(@PathVariable String subscriber, HttpServletResponse response) throws IOException {
		switch (customer(subscriber).map(customer -> this.privacy.erase(customer, OPERATOR))
			.orElse(ErasureAnswer.NOTHING_KEPT)) {
			case ERASED -> write(response, HttpStatus.OK, "application/json", Map.of("state", "erased"));
			case GOES_ON -> write(response, HttpStatus.ACCEPTED, "application/json", Map.of("state", "goes-on"));
			case OPEN_REQUEST -> problem(response, HttpStatus.CONFLICT, "A request is open",
					"The customer has an open request. Erase again after it has ended.");
			case HELD -> problem(response, HttpStatus.CONFLICT, "A legal hold lies on this customer",
					"Nothing about the customer is deleted until a senior member of staff lifts the hold.");
			case NOTHING_KEPT -> unknown(response);
			case OWN_ACCOUNT -> throw new IllegalStateException("A system has no account");
		}
	}

	private static Optional<SubscriberId> customer(String subscriber) {
		try {
			return Optional.of(new SubscriberId(subscriber));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static void unknown(HttpServletResponse response) throws IOException {
		problem(response, HttpStatus.NOT_FOUND, "Nothing is kept", "Nothing is kept about such a customer.");
	}

	/** RFC 9457. */
	static void problem(HttpServletResponse response, HttpStatus status, String title, String detail)
			throws IOException {
		write(response, status, "application/problem+json",
				Map.of("type", "about:blank", "title", title, "status", status.value(), "detail", detail));
	}

	private static void write(HttpServletResponse response, HttpStatus status, String type, Map<String, ?> body)
			throws IOException {
		response.setStatus(status.value());
		response.setContentType(type);
		response.setHeader("Cache-Control", "no-store");
		response.getOutputStream().write(JSON.writeValueAsBytes(body));
	}

}
