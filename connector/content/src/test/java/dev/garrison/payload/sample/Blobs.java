package dev.garrison.payload.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The JSON that a package writes into the registry. */
public final class Blobs {
  /** The tenant of the samples. */
  public static final UUID TENANT = UUID.fromString("5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2");

  private static final Json JSON = new Json();
  private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;

  private Blobs() {}

  /** Which signatures a blob carries. */
  public enum Signing {
    /** Since 2024: both the same. */
    NEW,
    /** Up to 2023: SHA-1 beside SHA-256. */
    OLD,
    /** Older than any that was published. */
    SHA1_ONLY,
    /** As some offboarding packages: one more, by RSASSA-PSS. */
    WITH_PSS,
    NONE
  }

  /** For streamlined connectivity, of the kind of 2025, in the EU. */
  public static String streamlined(UUID tenant) {
    return body(body -> {
      onboarding(body, tenant, "https://edr-sample.eu.endpoint.security.microsoft.com/edr/");
      body.put("datacenter", "WestEurope");
      body.put("vortexGeoLocation", "EU");
      body.put("vortexServerUrl", "https://eu-v20.events.endpoint.security.microsoft.com/x");
      body.put("vortexTicketUrl", "https://events.data.microsoft.com");
      body.put("partnerGeoLocation", "GW_EU");
      body.put("version", "2.04");
      body.put("packageGuid", "0f8fad5b-d9cb-469f-a165-70867728950e");
    });
  }

  /** For standard connectivity, of the kind of 2020, in the US. */
  public static String standard(UUID tenant) {
    return body(body -> {
      onboarding(body, tenant, "https://winatp-gw-eus.microsoft.com/");
      body.put("datacenter", "EastUs2");
      body.put("vortexGeoLocation", "US");
      body.put("version", "1.27");
    });
  }

  private static void onboarding(ObjectNode body, UUID tenant, String url) {
    body.putArray("previousOrgIds");
    body.put("orgId", tenant.toString());
    body.put("geoLocationUrl", url);
  }

  /** For offboarding until then. */
  public static String offboarding(UUID tenant, Instant expires) {
    return body(body -> {
      body.putArray("orgIds").add(tenant.toString());
      body.put("orgId", tenant.toString());
      body.put("expirationTimestamp", fileTime(expires));
      body.put("version", "1.65");
    });
  }

  /** Hundreds of nanoseconds since 1601. */
  public static long fileTime(Instant instant) {
    return (instant.getEpochSecond() + SECONDS_1601_TO_1970) * 10_000_000L
        + instant.getNano() / 100;
  }

  public static String body(Consumer<ObjectNode> fields) {
    ObjectNode body = JSON.object();
    fields.accept(body);
    return body.toString();
  }

  /** The body, signed. */
  public static String signed(SigningAuthority authority, String body, Signing signing) {
    ObjectNode blob = JSON.object();
    blob.put("body", body);
    String sha256 = base64(authority.sign("SHA256withRSA", body));
    String sha1 = base64(authority.sign("SHA1withRSA", body));
    switch (signing) {
      case NEW -> blob.put("sig", sha256).put("sha256sig", sha256);
      case OLD -> blob.put("sig", sha1).put("sha256sig", sha256);
      case SHA1_ONLY -> blob.put("sig", sha1);
      case WITH_PSS ->
          blob.put("sig", sha1)
              .put("sha256sig", sha256)
              .put("sha256sigPss", base64(authority.signPss(body)));
      case NONE -> {
        // Certificates alone.
      }
    }
    List<String> certificates = authority.encoded();
    blob.put("cert", certificates.getFirst());
    certificates.stream().skip(1).forEach(blob.withArray("/chain")::add);
    return blob.toString();
  }

  /** The blob with something in it changed. */
  public static String changed(String blob, Consumer<ObjectNode> change) {
    ObjectNode node = (ObjectNode) JSON.parse(blob);
    change.accept(node);
    return node.toString();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
