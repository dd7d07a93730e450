package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads from a content folder which organisation its onboarding script names: the JSON that the
 * script writes to the registry value OnboardingInfo, and in it the JSON in {@code body}.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/configure-endpoints-script">Onboard
 *     devices using a local script</a>
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/defender-endpoint/configure-endpoints-script",
    says =
        "The organisation a server is onboarded to is read from the OnboardingInfo of the script that lies on the share.")
final class OnboardingScript {
  private static final String VALUE = "/v OnboardingInfo";
  private static final String DATA = "/d \"";
  private final JsonMapper mapper = new JsonMapper();

  /** The organisation; empty when no script in the folder onboards. */
  Optional<String> orgId(Path folder, Digest.Content content) {
    return content.files().keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".cmd"))
        .sorted()
        .map(folder::resolve)
        .map(this::orgId)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> orgId(Path script) {
    try {
      for (String line : Files.readAllLines(script, StandardCharsets.ISO_8859_1)) {
        int value = line.indexOf(VALUE);
        int data = value < 0 ? -1 : line.indexOf(DATA, value);
        if (data >= 0) {
          return fromBlob(argument(line, data + DATA.length()));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<String> fromBlob(String blob) {
    try {
      JsonNode body = mapper.readTree(mapper.readTree(blob).path("body").asText());
      return Optional.of(body.path("orgId").asText()).filter(text -> !text.isBlank());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** An argument as the C runtime reads it: backslashes escape only before a quotation mark. */
  private static String argument(String line, int start) {
    StringBuilder text = new StringBuilder();
    int at = start;
    while (at < line.length()) {
      int slashes = 0;
      while (at < line.length() && line.charAt(at) == '\\') {
        slashes++;
        at++;
      }
      boolean quote = at < line.length() && line.charAt(at) == '"';
      text.repeat('\\', quote ? slashes / 2 : slashes);
      if (quote && slashes % 2 == 0) {
        return text.toString();
      }
      if (at < line.length()) {
        text.append(line.charAt(at++));
      }
    }
    return text.toString();
  }
}
