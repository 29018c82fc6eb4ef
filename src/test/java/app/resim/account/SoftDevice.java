package app.resim.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * A device with one passkey, together with the browser around it.
 */
public final class SoftDevice {

	private static final int PRESENT = 0x01;

	private static final int VERIFIED = 0x04;

	private static final int NEW_KEY = 0x40;

	private static final JsonMapper JSON = new JsonMapper();

	private final byte[] credential = new byte[16];

	private final KeyPair keys;

	private final String origin;

	private int signatures;

	private int looks = PRESENT | VERIFIED;

	private String handle = "";

	/**
	 * A device.
	 * @param origin the site that its browser shows
	 */
	public SoftDevice(String origin) {
		this.origin = origin;
		new SecureRandom().nextBytes(this.credential);
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			this.keys = generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Nobody unlocks it any more: it signs for whoever holds it. */
	public SoftDevice thatAsksForNoFinger() {
		this.looks = PRESENT;
		return this;
	}

	/**
	 * Makes its passkey.
	 * @param offer what the site asks
	 * @return what the browser gives to the page, in JSON
	 */
	public String make(String offer) {
		JsonNode asked = JSON.readTree(offer);
		this.handle = asked.path("user").path("id").asString();
		Map<String, Object> attestation = new LinkedHashMap<>();
		attestation.put("fmt", "none");
		attestation.put("attStmt", Map.of());
		attestation.put("authData", authenticatorData(asked.path("rp").path("id").asString(), true));
		return answer(Map.of("clientDataJSON", base64(clientData("webauthn.create", asked)), "attestationObject",
				base64(new CBORMapper().writeValueAsBytes(attestation)), "transports", new String[] { "internal" }));
	}

	/**
	 * Signs.
	 * @param question what the site asks
	 * @return what the browser gives to the page, in JSON
	 */
	public String sign(String question) {
		JsonNode asked = JSON.readTree(question);
		byte[] client = clientData("webauthn.get", asked);
		this.signatures++;
		byte[] data = authenticatorData(asked.path("rpId").asString(), false);
		return answer(Map.of("clientDataJSON", base64(client), "authenticatorData", base64(data), "signature",
				base64(signature(data, client)), "userHandle", this.handle));
	}

	private String answer(Map<String, Object> response) {
		return JSON.writeValueAsString(Map.of("id", base64(this.credential), "rawId", base64(this.credential), "type",
				"public-key", "clientExtensionResults", Map.of(), "authenticatorAttachment", "platform", "response",
				response));
	}

	private byte[] clientData(String type, JsonNode asked) {
		return JSON
			.writeValueAsString(Map.of("type", type, "challenge", asked.path("challenge").asString(), "origin",
					this.origin, "crossOrigin", false))
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] authenticatorData(String site, boolean withKey) {
		byte[] key = withKey ? new ObjectConverter().getCborMapper()
			.writeValueAsBytes(EC2COSEKey.create((ECPublicKey) this.keys.getPublic(), COSEAlgorithmIdentifier.ES256))
				: new byte[0];
		ByteBuffer data = ByteBuffer.allocate(500)
			.put(sha256(site.getBytes(StandardCharsets.UTF_8)))
			.put((byte) (this.looks | (withKey ? NEW_KEY : 0)))
			.putInt(this.signatures);
		if (withKey) {
			data.put(new byte[16]).putShort((short) this.credential.length).put(this.credential).put(key);
		}
		byte[] written = new byte[data.position()];
		data.flip().get(written);
		return written;
	}

	private byte[] signature(byte[] data, byte[] client) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(data);
			signature.update(sha256(client));
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
