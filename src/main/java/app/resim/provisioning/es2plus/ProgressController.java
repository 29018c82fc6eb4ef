package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.ProgressReports;
import app.resim.provisioning.port.ProgressReports.Report;
import app.resim.provisioning.port.ProgressReports.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes HandleDownloadProgressInfo (SGP.22, 5.3.5). Some servers accept no answer but 204
 * with their own version echoed, so everything that is JSON at all is answered so;
 * whatever cannot be understood is only logged.
 */
@RestController
class ProgressController {

	private static final Logger LOG = LoggerFactory.getLogger(ProgressController.class);

	private static final String FUNCTION = "handleDownloadProgressInfo";

	private static final String VERSION = "X-Admin-Protocol";

	private static final int LONGEST_STAMP = 64;

	private final ProgressReports reports;

	private final Es2PlusProperties agreed;

	private final MeterRegistry meters;

	ProgressController(ProgressReports reports, Es2PlusProperties agreed, MeterRegistry meters) {
		this.reports = reports;
		this.agreed = agreed;
		this.meters = meters;
	}

	@PostMapping("/gsma/rsp2/es2plus/" + FUNCTION)
	ResponseEntity<Void> handleDownloadProgressInfo(HttpServletRequest request,
			@RequestHeader(name = VERSION, required = false) @Nullable String version) throws IOException {
		Timer.Sample sample = Timer.start(this.meters);
		ResponseEntity<Void> answer = take(request, version);
		String outcome = (answer.getStatusCode() == HttpStatus.NO_CONTENT) ? "done" : "refused";
		sample.stop(this.meters.timer("resim.es2plus.calls", "function", FUNCTION, "outcome", outcome));
		return answer;
	}

	private ResponseEntity<Void> take(HttpServletRequest request, @Nullable String version) throws IOException {
		byte[] body = request.getInputStream().readNBytes(Wire.LARGEST + 1);
		if (body.length > Wire.LARGEST) {
			return answer(HttpStatus.CONTENT_TOO_LARGE, version);
		}
		JsonNode notice = Answers.json(body);
		if (!notice.isObject()) {
			return answer(HttpStatus.BAD_REQUEST, version);
		}
		report(notice).ifPresentOrElse(this.reports::received,
				() -> LOG.warn("A progress notice without ICCID, point or status was ignored"));
		return answer(HttpStatus.NO_CONTENT, version);
	}

	private ResponseEntity<Void> answer(HttpStatus status, @Nullable String version) {
		boolean plain = version != null && version.matches("gsma/rsp/v[0-9.]{1,12}");
		return ResponseEntity.status(status)
			.header(VERSION, (plain && version != null) ? version : this.agreed.adminProtocol())
			.build();
	}

	private static Optional<Report> report(JsonNode notice) {
		JsonNode status = notice.path("notificationPointStatus");
		int point = notice.path("notificationPointId").asInt(-1);
		return iccid(notice).filter(iccid -> point >= 0)
			.flatMap(iccid -> result(status).map(result -> new Report(iccid, eid(notice), point, result,
					(result == Result.FAILED) ? code(status) : "", stamp(notice))));
	}

	private static Optional<Iccid> iccid(JsonNode notice) {
		try {
			return Optional.of(Iccid.of(Answers.text(notice, "iccid").toUpperCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Eid> eid(JsonNode notice) {
		try {
			return Optional.of(new Eid(Answers.text(notice, "eid")));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Result> result(JsonNode status) {
		return switch (Answers.text(status, "status")) {
			case "Executed-Success" -> Optional.of(Result.SUCCESS);
			case "Executed-WithWarning" -> Optional.of(Result.WARNING);
			case "Failed", "Expired" -> Optional.of(Result.FAILED);
			default -> Optional.empty();
		};
	}

	private static String code(JsonNode status) {
		String code = Answers.code(status.path("statusCodeData"));
		return code.isEmpty() ? "no-code" : code;
	}

	private static String stamp(JsonNode notice) {
		String stamp = Answers.text(notice, "timestamp");
		return stamp.substring(0, Math.min(stamp.length(), LONGEST_STAMP));
	}

}
