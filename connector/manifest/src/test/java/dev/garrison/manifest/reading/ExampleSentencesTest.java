package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comments of {@code garrison.example.yaml} say, as far as reading can show it. */
final class ExampleSentencesTest {
  /** An optional key, with the optional lines that follow it. */
  private static final Pattern OPTIONAL =
      Pattern.compile("(?m)(?:^ *#(?:[a-zA-Z0-9]+:|  +[-a-z#]).*\\R?)+");

  private static final Pattern DEFAULT = Pattern.compile("Default: ([^.,]+)|the defaults[.]");

  private static String text() throws IOException {
    return Files.readString(Examples.ROOT.resolve("config/garrison.example.yaml"));
  }

  private static Manifest manifest(String text) {
    return Examples.read(text).manifest();
  }

  private static String takenIn(String text, MatchResult part) {
    String lines = part.group().replaceAll("(?m)^( *)#", "$1");
    return text.substring(0, part.start()) + lines + text.substring(part.end());
  }

  @TestFactory
  List<DynamicTest> everyOptionalPartCanBeTakenIn() throws IOException {
    String text = text();
    List<DynamicTest> tests = new ArrayList<>();
    for (MatchResult part : OPTIONAL.matcher(text).results().toList()) {
      tests.add(
          DynamicTest.dynamicTest(
              part.group().lines().findFirst().orElseThrow().strip(),
              () -> assertThat(Examples.problems(takenIn(text, part))).isEmpty()));
    }
    assertThat(tests).hasSizeGreaterThan(12);
    return tests;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#authentication: kerberos          | authentication: kerberos",
        "#trust: [certificates/contoso-root.pem] | trust: [system]",
        "#rollupKB11121541: installed       | rollupKB11121541: detect",
        "#keepVersions: 3                   | keepVersions: 3",
        "#operatingSystems: [2012R2, 2016, 2019, 2022, 2025] | operatingSystems: [2012R2, 2016, 2019, 2022, 2025]",
        "#threshold: 95                     | threshold: 95",
        "#gate: {onboarded: 95, failed: 10, reporting: 90, soak: 3d, stalledAfter: 21d} | gate: {onboarded: 95, failed: 10, reporting: 90, soak: 3d, stalledAfter: 21d}",
        "#requireMaintenanceWindow: true    | requireMaintenanceWindow: true"
      })
  void aDefaultIsWhatTheCommentSays(String shown, String written) throws IOException {
    String text = text();
    assertThat(text).contains(shown);
    assertThat(manifest(text.replace(shown, written))).isEqualTo(manifest(text));
  }

  @Test
  void theNamesAndTheMethodThatAreShownAreTheDefaults() throws IOException {
    String text = text();
    for (MatchResult part : OPTIONAL.matcher(text).results().toList()) {
      if (part.group().startsWith("#naming:") || part.group().startsWith("#rollout:")) {
        String changed = takenIn(text, part).replace("  method: application", "  method: auto");
        assertThat(manifest(changed)).isEqualTo(manifest(text));
      }
    }
  }

  @Test
  void aServerIsNotWrittenToUnlessItSaysSo() throws IOException {
    String text = text();
    MatchResult part =
        OPTIONAL
            .matcher(text)
            .results()
            .filter(each -> each.group().startsWith("#wsus:"))
            .findFirst()
            .orElseThrow();
    assertThat(manifest(takenIn(text, part)).wsus().servers().getFirst().writes()).isEmpty();
  }

  /** A new sentence about a default has to get a line in the table above. */
  @Test
  void everySentenceAboutADefaultIsRun() throws IOException {
    Matcher defaults = DEFAULT.matcher(text());
    Stream<String> sentences = defaults.results().map(MatchResult::group);
    assertThat(sentences)
        .containsExactly(
            "Default: kerberos",
            "Default: [system]",
            "Default: detect",
            "Default: 3",
            "Default: all five",
            "Default: 95",
            "the defaults.",
            "Default: true",
            "the defaults.",
            "Default: auto",
            "Default: false");
  }
}
