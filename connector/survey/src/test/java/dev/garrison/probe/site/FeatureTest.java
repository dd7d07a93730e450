package dev.garrison.probe.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rights that a probe looks for are those that operators are told to give. */
final class FeatureTest {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root"), "docs/reference/rights.md");

  @Test
  void everyRightIsInTheTableForOperators() throws IOException {
    String text = Files.readString(BOOK);
    String table =
        text.substring(text.indexOf("## Configuration Manager"), text.indexOf("## Content share"));
    for (Feature feature : Feature.all()) {
      for (Feature.Right right : feature.rights()) {
        String as = feature.name() + ": " + right;
        assertThat(
                table
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .filter(line -> line.contains(right.on().consoleName().toString()))
                    .filter(line -> line.contains(right.permission().consoleName().toString())))
            .as(as)
            .isNotEmpty();
      }
    }
  }
}
