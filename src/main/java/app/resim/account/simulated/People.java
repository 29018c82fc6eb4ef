package app.resim.account.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.SubscriberId;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.Resource;

/**
 * The file of invented people.
 *
 * @param people in the order of the file
 */
record People(List<Person> people) {

	static People read(Resource file) throws IOException {
		try (InputStream text = file.getInputStream()) {
			return YAMLMapper.shared().readValue(text, People.class);
		}
	}

	Optional<Person> person(SubscriberId id) {
		return this.people.stream().filter(person -> person.id().equals(id.subscriber())).findFirst();
	}

}
