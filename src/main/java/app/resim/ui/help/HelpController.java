package app.resim.ui.help;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import app.resim.ui.Language;
import app.resim.ui.OpenPaths;
import app.resim.ui.PlainPages;
import app.resim.ui.Visit;
import app.resim.ui.Visits;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The questions that people ask: all of them, those with some words, and each by itself.
 */
@Controller
class HelpController {

	private final Visits visits;

	private final PlainPages plain;

	/** The words of a language are the same for all brands. */
	private final Map<Language, Search<Topic>> searches = new ConcurrentHashMap<>();

	HelpController(Visits visits, PlainPages plain) {
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(Topic.ROOT)
	ResponseEntity<String> all(@RequestParam(name = "q", defaultValue = "") String typed) {
		Visit visit = this.visits.current();
		String asked = typed.strip();
		return this.plain
			.show(HelpPages.all(visit, asked, asked.isEmpty() ? Optional.empty() : Optional.of(found(visit, asked))));
	}

	@GetMapping(Topic.ROOT + "/{topic}")
	ResponseEntity<String> one(@PathVariable String topic) {
		Visit visit = this.visits.current();
		return this.plain.show(Topic.named(topic)
			.filter(asked -> asked.concerns(visit.brand()))
			.map(asked -> HelpPages.one(visit, asked))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private List<Topic> found(Visit visit, String asked) {
		return this.searches.computeIfAbsent(visit.words().language(), language -> search(visit))
			.find(asked)
			.stream()
			.filter(topic -> topic.concerns(visit.brand()))
			.toList();
	}

	private static Search<Topic> search(Visit visit) {
		Map<Topic, Answer> answers = new EnumMap<>(Topic.class);
		for (Topic topic : Topic.values()) {
			answers.put(topic, Answer.of(topic, visit));
		}
		return Search.in(answers);
	}

	/** Whoever needs help need not sign in. */
	@Configuration(proxyBeanMethods = false)
	static class Open {

		@Bean
		OpenPaths helpPaths() {
			return new OpenPaths(List.of(Topic.ROOT, Topic.ROOT + "/*"));
		}

	}

}
