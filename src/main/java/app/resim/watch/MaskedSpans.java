package app.resim.watch;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets nothing of a span leave but its name, its times and attributes that are known to
 * hold words of ours. Addresses, queries, messages of exceptions and whatever a library
 * will add one day stay here: they may name a customer, or open a door.
 */
record MaskedSpans(SpanExporter exporter) implements SpanExporter {

	private static final Set<String> KEPT = Set.of("method", "uri", "status", "outcome", "exception", "error",
			"counterpart", "job", "channel");

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.exporter.export(spans.stream().<SpanData>map(Masked::new).toList());
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.shutdown();
	}

	/** One of them. */
	private static final class Masked extends DelegatingSpanData {

		Masked(SpanData span) {
			super(span);
		}

		@Override
		public Attributes getAttributes() {
			return super.getAttributes().toBuilder().removeIf(key -> !KEPT.contains(key.getKey())).build();
		}

		@Override
		public int getTotalAttributeCount() {
			return getAttributes().size();
		}

		@Override
		public List<EventData> getEvents() {
			return List.of();
		}

		@Override
		public int getTotalRecordedEvents() {
			return 0;
		}

		/** Without the words of an exception. */
		@Override
		public StatusData getStatus() {
			return StatusData.create(super.getStatus().getStatusCode(), "");
		}

	}

	/** Puts the mask before every way out. */
	@Configuration(proxyBeanMethods = false)
	static class Mask {

		@Bean
		static BeanPostProcessor maskedSpans() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof SpanExporter exporter) ? new MaskedSpans(exporter) : bean;
				}
			};
		}

	}

}
