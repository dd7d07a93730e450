package dev.garrison.lab.adminservice.installer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads from a content folder which organisation its onboarding file names: the JSON that goes into
 * the registry value OnboardingInfo, and in it the JSON in {@code body}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/protect/deploy-use/defender-advanced-threat-protection">
 *     Microsoft Defender for Endpoint in Configuration Manager</a>
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/configure-endpoints-sccm",
    says =
        "The organisation a server is onboarded to is read from the .onboarding file that lies on the share.")
final class OnboardingFile {
  private final JsonMapper mapper = new JsonMapper();

  /** The organisation; empty when no file in the folder onboards. */
  Optional<String> orgId(Path folder, Digest.Content content) {
    return content.files().keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".onboarding"))
        .sorted()
        .map(folder::resolve)
        .map(this::orgId)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> orgId(Path file) {
    try {
      return fromBlob(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> fromBlob(String blob) {
    try {
      JsonNode body = mapper.readTree(mapper.readTree(blob).path("body").asText());
      return Optional.of(body.path("orgId").asText()).filter(text -> !text.isBlank());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
