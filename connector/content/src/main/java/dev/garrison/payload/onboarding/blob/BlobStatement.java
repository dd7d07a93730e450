package dev.garrison.payload.onboarding.blob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.payload.onboarding.blob.BlobException.Fault;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Content of the signed body. Texts are shortened and hold no control characters.
 *
 * @param orgId the organization
 * @param orgIds organizations that an offboarding package names in addition
 * @param serviceUrl the address that an onboarded sensor reports to ({@code geoLocationUrl})
 * @param dataLocation {@code vortexGeoLocation}, such as EU
 * @param gateway {@code partnerGeoLocation}, such as GW_EU or AU; packages for standard
 *     connectivity have it too
 * @param packageGuid only in newer packages
 * @param hosts that an onboarded sensor connects to, as far as the body names them
 * @param expires {@code expirationTimestamp}; only in offboarding packages
 */
public record BlobStatement(
    UUID orgId,
    List<UUID> orgIds,
    Optional<String> serviceUrl,
    Optional<String> datacenter,
    Optional<String> dataLocation,
    Optional<String> gateway,
    Optional<String> version,
    Optional<String> packageGuid,
    List<String> hosts,
    Optional<Instant> expires) {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern STREAMLINED_HOST =
      Pattern.compile(
          "https://(?:[^/:@]+\\.)?endpoint\\.security\\.microsoft\\.(?:com|us)(?:/.*)?");
  private static final List<String> ADDRESSES =
      List.of("geoLocationUrl", "vortexServerUrl", "vortexTicketUrl");
  private static final Pattern HOST =
      Pattern.compile("https://([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)(?::443)?(?:/|$)");
  private static final int LONGEST = 200;
  private static final int MOST_ORGANISATIONS = 100;
  private static final long SECONDS_1601_TO_1970 = 11_644_473_600L;
  private static final long TICKS = 10_000_000L;

  public BlobStatement {
    orgIds = List.copyOf(orgIds);
    hosts = List.copyOf(hosts);
  }

  static BlobStatement read(Json json, String body) throws BlobException {
    JsonNode node = SignedBlob.object(json, body, Text.of("blob.body"));
    UUID orgId =
        guid(node.get("orgId"))
            .orElseThrow(
                () -> new BlobException(Fault.WITHOUT_TENANT, Text.of("blob.org-id-missing")));
    return new BlobStatement(
        orgId,
        organisations(node.get("orgIds")),
        text(node, "geoLocationUrl"),
        text(node, "datacenter"),
        text(node, "vortexGeoLocation"),
        text(node, "partnerGeoLocation"),
        text(node, "version"),
        text(node, "packageGuid"),
        hosts(node),
        expires(node.get("expirationTimestamp")));
  }

  /** Whether it onboards; otherwise it offboards. */
  public boolean onboards() {
    return serviceUrl.isPresent();
  }

  /** Whether servers use only the consolidated domain; the host alone decides. */
  public boolean streamlined() {
    return serviceUrl.filter(url -> STREAMLINED_HOST.matcher(url).matches()).isPresent();
  }

  /** Whether it is for this organization and no other. */
  public boolean isFor(UUID organisation) {
    return orgId.equals(organisation) && (orgIds.isEmpty() || orgIds.contains(organisation));
  }

  private static Optional<UUID> guid(@Nullable JsonNode node) {
    return node != null && node.isTextual() && GUID.matcher(node.textValue()).matches()
        ? Optional.of(UUID.fromString(node.textValue().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static List<UUID> organisations(@Nullable JsonNode node) throws BlobException {
    List<UUID> organisations = new ArrayList<>();
    if (node == null || node.isNull()) {
      return organisations;
    }
    if (!node.isArray() || node.size() > MOST_ORGANISATIONS) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.body-field-wrong", "name", "orgIds"));
    }
    for (JsonNode element : node) {
      organisations.add(
          guid(element)
              .orElseThrow(() ->
                  new BlobException(
                      Fault.UNREADABLE, Text.of("blob.body-field-wrong", "name", "orgIds"))));
    }
    return organisations;
  }

  private static Optional<String> text(JsonNode node, String name) throws BlobException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().length() > LONGEST) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.body-field-wrong", "name", name));
    }
    return Optional.of(value.textValue().replaceAll("[^\\x20-\\x7e]", "?"))
        .filter(text -> !text.isBlank());
  }

  /** Hosts of its https addresses; any other address gives no host. */
  private static List<String> hosts(JsonNode node) {
    return ADDRESSES.stream()
        .map(name -> HOST.matcher(node.path(name).asText("")))
        .filter(Matcher::lookingAt)
        .map(host -> host.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Reads a FILETIME: hundreds of nanoseconds since 1601. */
  private static Optional<Instant> expires(@Nullable JsonNode node) throws BlobException {
    if (node == null || node.isNull()) {
      return Optional.empty();
    }
    BigInteger ticks;
    if (node.isIntegralNumber()) {
      ticks = node.bigIntegerValue();
    } else if (node.isTextual() && node.textValue().matches("\\d{1,19}")) {
      ticks = new BigInteger(node.textValue());
    } else {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.expiration-no-filetime"));
    }
    if (ticks.signum() <= 0 || ticks.bitLength() > 63) {
      throw new BlobException(Fault.UNREADABLE, Text.of("blob.expiration-no-filetime"));
    }
    long value = ticks.longValueExact();
    return Optional.of(
        Instant.ofEpochSecond(value / TICKS - SECONDS_1601_TO_1970, value % TICKS * 100));
  }
}
