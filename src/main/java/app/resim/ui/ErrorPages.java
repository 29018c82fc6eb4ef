package app.resim.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is shown when an address leads nowhere or something failed, outside Flow.
 */
@Controller
class ErrorPages implements ErrorController {

	private final Visits visits;

	private final PlainPages plain;

	ErrorPages(Visits visits, PlainPages plain) {
		this.visits = visits;
		this.plain = plain;
	}

	@RequestMapping("/error")
	ResponseEntity<String> show(HttpServletRequest request) {
		HttpStatus status = status(request);
		return this.plain.show(page(this.visits.current(), status), status);
	}

	static Page page(Visit visit, HttpStatus status) {
		var page = new Page(visit);
		fill(page, status);
		return page;
	}

	static void fill(Page page, HttpStatus status) {
		String sort = switch (status) {
			case NOT_FOUND, UNAUTHORIZED, METHOD_NOT_ALLOWED -> "missing";
			case FORBIDDEN -> "stale";
			case CONTENT_TOO_LARGE -> "large";
			case TOO_MANY_REQUESTS -> "often";
			case SERVICE_UNAVAILABLE -> "away";
			default -> status.is4xxClientError() ? "missing" : "fault";
		};
		page.title(page.text("shell.error." + sort));
		page.add(new PageHead(page.text("shell.error." + sort)).lead(page.text("shell.error." + sort + ".text")),
				new Acts(Act.go(page.text("shell.error.start"), "/")));
	}

	private static HttpStatus status(HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
