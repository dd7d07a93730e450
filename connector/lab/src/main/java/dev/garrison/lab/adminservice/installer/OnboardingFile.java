package dev.garrison.lab.adminservice.installer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the organization from the onboarding or offboarding file in a content folder. The file
 * contains the JSON that is written to the registry; its {@code body} contains the JSON with the
 * organization.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">
 *     Microsoft Defender for Endpoint in Configuration Manager</a>
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/configure-endpoints-sccm",
    says =
        "The organization of an onboarded server is read from the .onboarding file on"
            + " the share.")
final class OnboardingFile {
  private static final Instant START_OF_FILE_TIME = Instant.parse("1601-01-01T00:00:00Z");
  private static final long TICKS_IN_SECOND = 10_000_000L;
  private final JsonMapper mapper = new JsonMapper();

  /**
   * Content of an offboarding file.
   *
   * @param end the time until which sensors accept it
   */
  record Offboarding(String orgId, Instant end) {}

  /** Organization of the onboarding file; empty if no file in the folder onboards. */
  Optional<String> orgId(Path folder, Digest.Content content) {
    return body(folder, content, ".onboarding").flatMap(OnboardingFile::orgId);
  }

  /** Reads the offboarding file; empty if no file in the folder offboards. */
  Optional<Offboarding> offboarding(Path folder, Digest.Content content) {
    return body(folder, content, ".offboarding")
        .flatMap(body ->
            orgId(body)
                .map(orgId ->
                    new Offboarding(orgId, time(body.path("expirationTimestamp").asLong()))));
  }

  /** Converts hundreds of nanoseconds since 1601. */
  private static Instant time(long fileTime) {
    return START_OF_FILE_TIME.plusSeconds(fileTime / TICKS_IN_SECOND);
  }

  private Optional<JsonNode> body(Path folder, Digest.Content content, String ending) {
    return content.files().keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending))
        .sorted()
        .map(folder::resolve)
        .map(this::body)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> orgId(JsonNode body) {
    return Optional.of(body.path("orgId").asText()).filter(text -> !text.isBlank());
  }

  private Optional<JsonNode> body(Path file) {
    try {
      return Optional.of(
          mapper.readTree(mapper.readTree(Files.readString(file)).path("body").asText()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
