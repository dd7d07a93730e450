package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ManifestDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Za-z0-9.\\[\\]]+)` \\| (.+?) \\| .+ \\|$");

  @Test
  void theDocumentNamesEveryKeyOfTheSchemaWithItsDefault() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Examples.ROOT.resolve("docs/manifest.md")));
    while (row.find()) {
      assertThat(rows.put(row.group(1), row.group(2))).as("twice: " + row.group(1)).isNull();
    }
    assertThat(rows)
        .isEqualTo(
            SchemaKeys.described(
                new ObjectMapper()
                    .readTree(Examples.ROOT.resolve("config/garrison.schema.json").toFile())));
  }
}
