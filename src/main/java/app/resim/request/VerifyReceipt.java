package app.resim.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import app.resim.keys.PublicKey;
import app.resim.keys.SignedText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code script/verify-receipt} does: it needs the receipt and the operator's public
 * key, and neither network nor database.
 */
final class VerifyReceipt {

	static final int GENUINE = 0;

	static final int WRONG = 1;

	static final int COULD_NOT_LOOK = 2;

	private final Consumer<String> say;

	private VerifyReceipt(Consumer<String> say) {
		this.say = say;
	}

	public static void main(String[] words) {
		System.exit(run(List.of(words), System.out::println));
	}

	static int run(List<String> words, Consumer<String> say) {
		var verify = new VerifyReceipt(say);
		try {
			return switch (words.size()) {
				case 2 -> verify.check(bytes(words.get(0)), text(words.get(1)), "");
				case 3 -> verify.check(bytes(words.get(0)), text(words.get(1)), words.get(2));
				default -> verify.sorry("Usage: script/verify-receipt FILE PUBLICKEY [NUMBER]");
			};
		}
		catch (UncheckedIOException ex) {
			return verify.sorry("A file could not be read: " + ex.getMessage());
		}
	}

	private int check(byte[] file, String keys, String number) {
		List<PublicKey> trusted = PublicKey.read(keys);
		if (trusted.isEmpty()) {
			return sorry("The file of the public key holds no Ed25519 key in PEM.");
		}
		return SignedText.read(file)
			.filter(receipt -> receipt.text().startsWith(Receipts.HEAD))
			.map(receipt -> switch (receipt.check(trusted)) {
				case GENUINE -> tell(receipt.text().substring(Receipts.HEAD.length()), number);
				case CHANGED -> wrong("THIS RECEIPT WAS CHANGED after it was signed. Do not rely on anything in it.");
				case OTHER_KEY ->
					wrong("THIS RECEIPT WAS SIGNED WITH ANOTHER KEY. It is not from the operator whose key "
							+ "this is, or it was changed, or the key is too new or too old.");
			})
			.orElseGet(() -> wrong("THIS IS NO RECEIPT, or one that was changed or cut off."));
	}

	private int tell(String json, String number) {
		try {
			JsonNode receipt = JsonMapper.shared().readTree(json);
			JsonNode line = receipt.path("line");
			if (!number.isEmpty() && !mark(line).means(number)) {
				return wrong("The receipt is genuine, AND IT IS ABOUT ANOTHER NUMBER.");
			}
			this.say.accept("The receipt is genuine. It says:");
			this.say.accept("Request %s of the brand %s: the eSIM of the line ending in %s was replaced."
				.formatted(said(receipt, "reference"), said(receipt, "brand"), said(line, "endsIn")));
			if (!number.isEmpty()) {
				this.say.accept("That line is the number you named.");
			}
			receipt.path("proof")
				.path("means")
				.forEach(means -> this.say
					.accept("  proven    %s  by %s".formatted(said(means, "at"), said(means, "factor"))));
			this.say.accept("  sent      " + said(receipt, "sentAt"));
			receipt.path("decision")
				.path("approvals")
				.forEach(at -> this.say.accept("  approved  %s  by a person".formatted(at.asString())));
			this.say.accept("  decided   %s  by %s, rules %s".formatted(said(receipt.path("decision"), "approvedAt"),
					said(receipt.path("decision"), "by"), said(receipt, "policy")));
			this.say.accept("  installed " + said(receipt, "installedAt"));
			return GENUINE;
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return wrong("The signature is genuine, but this version cannot read what was signed.");
		}
	}

	private static LineMark mark(JsonNode line) {
		if (line.path("rounds").asInt(0) != LineMark.ROUNDS) {
			throw new IllegalArgumentException("Another way of marking");
		}
		return new LineMark(said(line, "endsIn"), said(line, "salt"), said(line, "mark"));
	}

	private static String said(JsonNode node, String name) {
		return node.path(name).asString("–");
	}

	private int wrong(String sentence) {
		this.say.accept(sentence);
		return WRONG;
	}

	private int sorry(String sentence) {
		this.say.accept(sentence);
		return COULD_NOT_LOOK;
	}

	private static byte[] bytes(String file) {
		try {
			return Files.readAllBytes(Path.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(String file) {
		return new String(bytes(file), StandardCharsets.ISO_8859_1);
	}

}
