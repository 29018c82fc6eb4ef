package app.resim.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.account.port.SubscriberDirectory;
import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Leaves a customer directory that does not answer in peace for a while, whichever
 * adapter speaks with it: customers are told at once instead of waiting with many others.
 */
record ShieldedDirectory(SubscriberDirectory directory,
		Supplier<Counterpart> counterpart) implements SubscriberDirectory {

	static final String NAME = "directory";

	private <T> T ask(Supplier<T> call) {
		return this.counterpart.get().ask(call, answer -> false, () -> {
			throw new DirectoryUnreachable(new IllegalStateException("Left in peace for a while"));
		});
	}

	@Override
	public Optional<Subscriber> find(SubscriberId id) {
		return ask(() -> this.directory.find(id));
	}

	@Override
	public Optional<Subscriber> byEmail(String email) {
		return ask(() -> this.directory.byEmail(email));
	}

	@Override
	public Optional<Subscriber> byNumber(Msisdn number) {
		return ask(() -> this.directory.byNumber(number));
	}

	@Override
	public List<Line> lines(SubscriberId id) {
		return ask(() -> this.directory.lines(id));
	}

	@Override
	public RegisteredIdentity identity(SubscriberId id) {
		return ask(() -> this.directory.identity(id));
	}

	@Override
	public Tenure tenure(SubscriberId id) {
		return ask(() -> this.directory.tenure(id));
	}

	@Override
	public void charge(SubscriberId id, Money fee, String reference) {
		ask(() -> {
			this.directory.charge(id, fee, reference);
			return reference;
		});
	}

	/** Puts it before whatever directory there is. */
	@Configuration
	static class Shield {

		@Bean
		static BeanPostProcessor shieldedDirectory(ObjectProvider<Counterparts> counterparts) {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof SubscriberDirectory directory)
							? new ShieldedDirectory(directory, () -> counterparts.getObject().of(NAME)) : bean;
				}
			};
		}

	}

}
