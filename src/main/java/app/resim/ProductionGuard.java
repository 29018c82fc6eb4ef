package app.resim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import app.resim.kernel.Loopback;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Lets nobody start in production what is only good for a demonstration. Looks before
 * anything is opened – no database, no port – and names everything that it finds at once.
 *
 * @see WeakSpot
 */
@Component
@Profile("production")
class ProductionGuard implements BeanFactoryPostProcessor {

	/** A rule answers with what it found, in the order in which it is to be mended. */
	@FunctionalInterface
	private interface Rule {

		Stream<WeakSpot> look(Environment settings);

	}

	private static final List<Rule> RULES = List.of(ProductionGuard::demo, ProductionGuard::address,
			ProductionGuard::brands, ProductionGuard::database, ProductionGuard::keys, ProductionGuard::keyService,
			ProductionGuard::pictures, ProductionGuard::mail, ProductionGuard::shortMessages,
			ProductionGuard::profileServer, ProductionGuard::proxies, ProductionGuard::limits,
			ProductionGuard::accounts, ProductionGuard::backEnd);

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		Map<String, WeakSpot> found = new LinkedHashMap<>();
		Stream.concat(standIns(beans), of(beans.getBean(Environment.class)).stream())
			.forEach(spot -> found.putIfAbsent(spot.remedy(), spot));
		if (!found.isEmpty()) {
			throw new NotForProduction(List.copyOf(found.values()));
		}
	}

	/**
	 * What the settings alone show.
	 * @param settings the settings
	 * @return all weak spots, in a stable order
	 */
	static List<WeakSpot> of(Environment settings) {
		return RULES.stream().flatMap(rule -> rule.look(settings)).toList();
	}

	private static Stream<WeakSpot> demo(Environment settings) {
		List<WeakSpot> found = new ArrayList<>();
		if (settings.acceptsProfiles(Profiles.of("demo"))) {
			found.add(new WeakSpot("The profile demo is active: invented people, published passwords",
					"start with spring.profiles.active=production alone"));
		}
		if (is(settings, "resim.demo.staff")) {
			found.add(new WeakSpot("Reviewers with published passwords are made at each start",
					"set resim.demo.staff=false"));
		}
		return found.stream();
	}

	private static Stream<WeakSpot> address(Environment settings) {
		return unless(text(settings, "resim.public-url").startsWith("https://"),
				"Links in messages do not lead to an https:// address",
				"set resim.public-url to the address that customers type");
	}

	private static Stream<WeakSpot> brands(Environment settings) {
		String files = text(settings, "resim.catalogue.brands");
		return unless(
				!files.isBlank() && Arrays.stream(files.split(","))
					.noneMatch(file -> file.strip().startsWith("classpath:catalogue/")),
				"The brand is the demonstration's: anybody who reads a customer's mail gets the code at once",
				"set resim.catalogue.brands to a file of yours; docs/brands.yaml is there to begin with");
	}

	private static Stream<WeakSpot> database(Environment settings) {
		if (text(settings, "spring.datasource.url").startsWith("jdbc:h2:")) {
			return unless(is(settings, "resim.embedded-database-in-production"),
					"The embedded database is in use: one node, no point-in-time recovery",
					"set spring.datasource.url to a PostgreSQL database, or accept it with resim.embedded-database-in-production=true");
		}
		String password = text(settings, "spring.datasource.password");
		return unless(!Set.of("", "resim", "postgres", "password").contains(password),
				"The database has no password or a default one", "set spring.datasource.password");
	}

	private static Stream<WeakSpot> keys(Environment settings) {
		List<WeakSpot> found = new ArrayList<>();
		if (is(settings, "resim.keys.create")) {
			found.add(
					new WeakSpot("A missing key set would be replaced by a new one, which opens nothing that is stored",
							"set resim.keys.create=false"));
		}
		Path folder = Path.of(text(settings, "resim.keys.folder")).toAbsolutePath().normalize();
		if (folder.startsWith(Path.of(text(settings, "resim.data")).toAbsolutePath().normalize())) {
			found.add(new WeakSpot("The keys lie beside the data that they protect",
					"set resim.keys.folder to a folder outside resim.data"));
		}
		for (String name : List.of("aead.json", "mac.json")) {
			if (!Files.isReadable(folder.resolve(name))) {
				found.add(new WeakSpot("The key set " + name + " is missing or cannot be read",
						"put it into resim.keys.folder, as docs/operations.md says"));
			}
		}
		return found.stream();
	}

	private static Stream<WeakSpot> keyService(Environment settings) {
		List<WeakSpot> found = new ArrayList<>();
		String endpoint = text(settings, "resim.keys.kms-endpoint");
		if (!endpoint.isBlank() && !endpoint.startsWith("https://")) {
			found.add(new WeakSpot("The key service would be asked over a line that others can read",
					"set resim.keys.kms-endpoint to an https:// address"));
		}
		boolean half = !endpoint.isBlank() || !text(settings, "resim.keys.kms-region").isBlank();
		if (half && text(settings, "resim.keys.kms").isBlank()) {
			found.add(new WeakSpot("A key service is named, but no key in it",
					"set resim.keys.kms, or remove resim.keys.kms-endpoint and resim.keys.kms-region"));
		}
		return found.stream();
	}

	private static Stream<WeakSpot> pictures(Environment settings) {
		String prefix = "resim.identity.s3.";
		return switch (text(settings, "resim.identity.vault")) {
			case "", "database" -> unless(text(settings, prefix + "bucket").isBlank(),
					"A bucket is named, but pictures would be kept in the database",
					"set resim.identity.vault=s3, or remove " + prefix + "bucket");
			case "s3" -> bucket(settings, prefix);
			default -> Stream
				.of(new WeakSpot("Nobody knows where to keep pictures", "set resim.identity.vault to database or s3"));
		};
	}

	private static Stream<WeakSpot> bucket(Environment settings, String prefix) {
		List<WeakSpot> found = new ArrayList<>();
		for (String name : List.of("bucket", "region")) {
			if (text(settings, prefix + name).isBlank()) {
				found
					.add(new WeakSpot("Pictures are to be kept in a bucket without a " + name, "set " + prefix + name));
			}
		}
		boolean hasKey = !text(settings, prefix + "access-key").isBlank();
		if (hasKey == text(settings, prefix + "secret-key").isBlank()) {
			found.add(new WeakSpot("The bucket's access key is set by half",
					"set both " + prefix + "access-key and " + prefix + "secret-key, or neither"));
		}
		return found.stream();
	}

	private static Stream<WeakSpot> mail(Environment settings) {
		return unless(!text(settings, "spring.mail.host").isBlank(),
				"No mail server: nobody would get a code or a notice", "set spring.mail.host");
	}

	private static Stream<WeakSpot> shortMessages(Environment settings) {
		String prefix = "resim.notification.sms.";
		return switch (text(settings, prefix + "adapter")) {
			case "smpp" -> messageCentre(settings, prefix + "smpp.");
			case "http" -> unless(Loopback.orEncrypted(text(settings, prefix + "http.url")),
					"The gateway for short messages is not named by an https:// address", "set " + prefix + "http.url");
			default -> Stream.empty();
		};
	}

	private static Stream<WeakSpot> messageCentre(Environment settings, String prefix) {
		String host = text(settings, prefix + "host");
		if (host.isBlank()) {
			return Stream.of(new WeakSpot("No message centre is named", "set " + prefix + "host"));
		}
		boolean encrypted = is(settings, prefix + "tls") || !text(settings, prefix + "ssl-bundle").isBlank();
		return unless(encrypted || Loopback.isMeantBy(host) || is(settings, prefix + "plain"),
				"Short messages and the message centre's password would go over a line that others can read",
				"set " + prefix + "ssl-bundle, or accept it inside a network of your own with " + prefix
						+ "plain=true");
	}

	private static Stream<WeakSpot> profileServer(Environment settings) {
		List<WeakSpot> found = new ArrayList<>();
		String prefix = "resim.provisioning.es2plus.";
		if (!text(settings, prefix + "url").startsWith("https://")) {
			found.add(new WeakSpot("No SM-DP+ is named by an https:// address", "set " + prefix + "url"));
		}
		if (text(settings, prefix + "callback.subject").isBlank()
				&& text(settings, prefix + "callback.secret").isBlank()) {
			found.add(new WeakSpot("The SM-DP+ cannot report an installation: it would be refused",
					"set " + prefix + "callback.subject (its client certificate) or " + prefix + "callback.secret"));
		}
		return found.stream();
	}

	private static Stream<WeakSpot> proxies(Environment settings) {
		String strategy = text(settings, "server.forward-headers-strategy");
		return unless(strategy.isBlank() || strategy.equalsIgnoreCase("none"),
				"What anybody in a private network says about the sender of a request would be believed",
				"remove server.forward-headers-strategy and name your proxies in resim.trusted-proxies");
	}

	private static Stream<WeakSpot> limits(Environment settings) {
		String times = text(settings, "resim.limits.times");
		return unless(times.isBlank() || times.matches("[1-9]|[1-4][0-9]|50"),
				"Limits of what may be guessed and sent are lifted far above what is shipped",
				"set resim.limits.times to 50 or less");
	}

	private static Stream<WeakSpot> accounts(Environment settings) {
		return Stream.of("customers", "staff")
			.map(whose -> "resim.account.openid." + whose + ".issuer")
			.filter(name -> !text(settings, name).isBlank() && !text(settings, name).startsWith("https://"))
			.map(name -> new WeakSpot("Accounts of the operator would be asked for over a line that others can read",
					"set " + name + " to an https:// address"));
	}

	private static Stream<WeakSpot> backEnd(Environment settings) {
		if (Stream
			.of("resim.account.directory.adapter", "resim.account.billing.adapter",
					"resim.provisioning.network.adapter")
			.noneMatch(name -> text(settings, name).equals("tmf"))) {
			return Stream.empty();
		}
		List<WeakSpot> found = new ArrayList<>();
		if (!Loopback.orEncrypted(text(settings, "resim.tmforum.url"))) {
			found.add(new WeakSpot("The back end is not asked by an https:// address", "set resim.tmforum.url"));
		}
		String tokens = text(settings, "resim.tmforum.token-url");
		if (!tokens.isBlank() && !Loopback.orEncrypted(tokens)) {
			found.add(new WeakSpot("The back end's tokens would be fetched over a line that others can read",
					"set resim.tmforum.token-url to an https:// address"));
		}
		if (tokens.isBlank() && text(settings, "resim.tmforum.ssl-bundle").isBlank()) {
			found.add(new WeakSpot("The back end cannot know who asks",
					"set resim.tmforum.token-url, or a client certificate in resim.tmforum.ssl-bundle"));
		}
		return found.stream();
	}

	private static Stream<WeakSpot> standIns(ConfigurableListableBeanFactory beans) {
		return Stream.of(beans.getBeanDefinitionNames()).flatMap(name -> {
			Optional<Class<?>> type = type(beans, name);
			return Stream.concat(type.stream(), maker(beans, name).stream())
				.filter(StandIn::isOne)
				.limit(1)
				.map(home -> StandIn.weakSpot(type.orElse(home), home));
		});
	}

	private static Optional<Class<?>> maker(ConfigurableListableBeanFactory beans, String name) {
		return Optional.ofNullable(beans.getBeanDefinition(name).getFactoryBeanName())
			.flatMap(factory -> type(beans, factory));
	}

	private static Optional<Class<?>> type(ConfigurableListableBeanFactory beans, String name) {
		return Optional.ofNullable(beans.getType(name, false)).map(ClassUtils::getUserClass);
	}

	private static Stream<WeakSpot> unless(boolean good, String what, String remedy) {
		return good ? Stream.empty() : Stream.of(new WeakSpot(what, remedy));
	}

	private static String text(Environment settings, String name) {
		return settings.getProperty(name, "").strip();
	}

	private static boolean is(Environment settings, String name) {
		return settings.getProperty(name, Boolean.class, false);
	}

}
