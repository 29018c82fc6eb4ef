package app.resim.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData.Attachment;
import app.resim.kernel.PersonalData.Part;
import app.resim.kernel.SubscriberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything about one customer, as one ZIP: {@value #WORDS} and the pictures. Pictures
 * are opened one by one while it is written, each of them an audited view, and none lies
 * on a disk in clear.
 */
public final class Export {

	/** The file that holds everything but pictures. */
	public static final String WORDS = "personal-data.json";

	/**
	 * Only where a picture could not be read: the names of those, to be asked for again.
	 */
	public static final String MISSING = "missing.json";

	private static final Logger log = LoggerFactory.getLogger(Export.class);

	/** Changes when the meaning of a field changes, never when one is added. */
	private static final int VERSION = 1;

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final SubscriberId customer;

	private final Instant at;

	private final Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();

	private final List<Attachment> files = new ArrayList<>();

	Export(SubscriberId customer, Instant at) {
		this.customer = customer;
		this.at = at;
	}

	void add(String section, Part part) {
		if (!part.entries().isEmpty()) {
			this.sections.put(section, part.entries().stream().map(Particulars::facts).toList());
		}
		this.files.addAll(part.files());
	}

	/**
	 * Writes the ZIP.
	 * @param out where to; left open
	 * @throws IOException if it breaks off
	 */
	public void writeTo(OutputStream out) throws IOException {
		var zip = new ZipOutputStream(out);
		put(zip, WORDS, JSON.writeValueAsBytes(words()));
		var missing = new ArrayList<String>();
		for (Attachment file : this.files) {
			if (!write(zip, file)) {
				missing.add(file.name());
			}
		}
		if (!missing.isEmpty()) {
			put(zip, MISSING, JSON.writeValueAsBytes(missing));
		}
		zip.finish();
	}

	private Map<String, Object> words() {
		var words = new LinkedHashMap<String, Object>();
		words.put("format", "resim-personal-data");
		words.put("version", VERSION);
		words.put("madeAt", this.at.toString());
		words.put("customer", this.customer.subscriber());
		words.putAll(this.sections);
		return words;
	}

	private static boolean write(ZipOutputStream zip, Attachment file) throws IOException {
		byte[] content;
		try {
			content = file.content().get();
		}
		catch (RuntimeException ex) {
			// forgotten by its clock a moment ago, or broken: the others are still owed
			log.warn("A picture is missing in an export", ex);
			return false;
		}
		put(zip, file.name(), content);
		return true;
	}

	private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

	@Override
	public String toString() {
		return "Export[" + this.customer + "]";
	}

}
