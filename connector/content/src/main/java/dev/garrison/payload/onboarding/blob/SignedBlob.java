package dev.garrison.payload.onboarding.blob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The JSON of the registry value OnboardingInfo, or of the value for offboarding. It contains a
 * text, its signatures and the signer's certificates. A secret: anyone who has it can enroll
 * machines.
 */
public final class SignedBlob {
  private static final int LONGEST = 64 * 1024;
  private static final int MOST_CERTIFICATES = 6;
  private static final int LARGEST_CERTIFICATE = 8 * 1024;
  private static final int LARGEST_SIGNATURE = 1024;

  private final String text;
  private final String body;
  private final Optional<byte[]> signature;
  private final Optional<byte[]> sha256Signature;
  private final Optional<byte[]> pssSignature;
  private final List<byte[]> certificates;

  private SignedBlob(String text, String body, JsonNode outer) throws BlobException {
    this.text = text;
    this.body = body;
    this.signature = bytes(outer.get("sig"), "sig", LARGEST_SIGNATURE);
    this.sha256Signature = bytes(outer.get("sha256sig"), "sha256sig", LARGEST_SIGNATURE);
    this.pssSignature = bytes(outer.get("sha256sigPss"), "sha256sigPss", LARGEST_SIGNATURE);
    this.certificates = certificates(outer);
  }

  /**
   * Reads a blob.
   *
   * @throws BlobException when it does not have this format
   */
  public static SignedBlob read(Json json, String text) throws BlobException {
    if (text.length() > LONGEST) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.too-long"));
    }
    JsonNode outer = object(json, text, Text.of("blob.itself"));
    JsonNode body = outer.get("body");
    if (body == null || !body.isTextual()) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.body-missing"));
    }
    return new SignedBlob(text, body.textValue(), outer);
  }

  static JsonNode object(Json json, String text, Text what) throws BlobException {
    try {
      JsonNode node = json.parse(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonException e) {
      throw new BlobException(
          Fault.UNREADABLE,
          Text.of("blob.json-broken", "part", what, "message", String.valueOf(e.getMessage())),
          e);
    }
    throw new BlobException(Fault.UNREADABLE, Text.of("blob.no-object", "part", what));
  }

  private static List<byte[]> certificates(JsonNode outer) throws BlobException {
    List<byte[]> certificates = new ArrayList<>();
    bytes(outer.get("cert"), "cert", LARGEST_CERTIFICATE).ifPresent(certificates::add);
    JsonNode chain = outer.get("chain");
    if (chain != null && !chain.isArray()) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.chain-no-list"));
    }
    if (chain != null && chain.size() >= MOST_CERTIFICATES) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.chain-long"));
    }
    if (chain != null && !certificates.isEmpty()) {
      for (JsonNode link : chain) {
        certificates.add(
            bytes(link, "chain", LARGEST_CERTIFICATE)
                .orElseThrow(() -> new BlobException(Fault.UNREADABLE, Text.of("blob.chain-gap"))));
      }
    }
    return certificates;
  }

  private static Optional<byte[]> bytes(
      @org.jspecify.annotations.Nullable JsonNode node, String name, int largest)
      throws BlobException {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual() || node.textValue().length() > largest * 2) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.field-wrong", "name", name));
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(node.textValue());
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.field-no-base64", "name", name), e);
    }
  }

  /** The signed text, which is JSON again. */
  String body() {
    return body;
  }

  /** The first signature: SHA-1 in packages up to 2023, the same as the other in later ones. */
  Optional<byte[]> signature() {
    return signature;
  }

  Optional<byte[]> sha256Signature() {
    return sha256Signature;
  }

  /** A third signature, by RSASSA-PSS, which some packages had for a time. */
  Optional<byte[]> pssSignature() {
    return pssSignature;
  }

  /** The certificates in DER, the signer's first; empty when there is none. */
  List<byte[]> certificates() {
    return certificates;
  }

  /** Whether the other blob has the same text. */
  public boolean sameAs(SignedBlob other) {
    return text.equals(other.text);
  }

  /** The text for the registry value, in UTF-8: the secret itself. */
  public byte[] utf8() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Digest that distinguishes two blobs without showing them. */
  public Sha256 digest() {
    return Sha256.of(text);
  }

  /** Never shows the blob. */
  @Override
  public String toString() {
    return "blob " + digest().shortForm();
  }
}
