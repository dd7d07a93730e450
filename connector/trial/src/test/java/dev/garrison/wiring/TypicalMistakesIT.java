package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.HttpsStandIn;
import dev.garrison.servers.TestAuthority;
import dev.garrison.servers.TestAuthority.Validity;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.TrialSite;
import dev.garrison.wiring.OwnRun.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Typical mistakes, each with the one message that it gets in both languages, as files in {@code
 * src/test/resources/mistakes}. {@code -Dgolden.update=true} writes them anew.
 */
final class TypicalMistakesIT {
  private static final Path EXPECTED =
      Path.of(System.getProperty("repository.root"), "connector/trial/src/test/resources/mistakes");

  @TempDir private Path folder;

  static Stream<TypicalMistake> mistakes() {
    return TypicalMistakes.all();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeGetsOneMessageWithItsPlaceAndItsRemedyInBothLanguages(TypicalMistake mistake)
      throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      mistake.making().at(site);
      expect(Trial.of(site), mistake.name(), mistake.line());
    }
  }

  @Test
  void aSecondRunIsToldWhoWrites() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder);
        OpenSession open = site.open();
        WriteSession _ = open.session().write(() -> {})) {
      expect(Trial.of(site), "two-runs-at-once", "apply --manifest MANIFEST --yes");
    }
  }

  @Test
  void aClockThatIsWrongIsSuspectedWhereACertificateIsNotValidYet() throws IOException {
    TestAuthority authority = TestAuthority.create("Contoso Root");
    try (TrialSite site = new TrialSite("2107-rollup", folder);
        HttpsStandIn server = new HttpsStandIn(authority.issue(Validity.FUTURE, "localhost"))) {
      Path root = authority.write(folder.resolve("root.pem"));
      site.manifest()
          .replace(
              "providers: [\"" + site.lab().adminService() + "\"]",
              "providers: [\""
                  + server.address().resolve("/AdminService")
                  + "\"]\n  trust: [\""
                  + root
                  + "\"]");
      expect(Trial.of(site), "a-clock-is-wrong", "plan --manifest MANIFEST");
    }
  }

  private static void expect(Trial trial, String name, String line) throws IOException {
    OwnRun english = OwnRun.of(trial, "en", line);
    OwnRun japanese = OwnRun.of(trial, "ja", line);
    assertThat(english.exit()).as(english.err() + english.out()).isNotZero();
    assertThat(japanese.exit()).isEqualTo(english.exit());
    String inEnglish = Unbroken.of(trial, english.err());
    String inJapanese = Unbroken.of(trial, japanese.err());
    assertOne(inEnglish, "error: ", "  Fix: ");
    assertOne(inJapanese, "エラー: ", "  対処: ");
    expectFile(
        name + ".txt",
        "garrison %s%nexit code %d%n%n%s%n%s"
            .formatted(line, english.exit(), inEnglish, inJapanese));
  }

  private static void assertOne(String err, String error, String fix) {
    List<String> lines = err.lines().toList();
    assertThat(lines).filteredOn(line -> line.startsWith(error)).as(err).hasSize(1);
    assertThat(lines).filteredOn(line -> line.startsWith(fix)).as(err).hasSize(1);
    assertThat(err).containsPattern("\\[GAR-\\d{4}]").doesNotContain("\tat ", "Exception");
  }

  private static void expectFile(String name, String text) throws IOException {
    Path file = EXPECTED.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("they are not written in CI").isNotEqualTo("true");
      Files.createDirectories(EXPECTED);
      Files.writeString(file, text);
    }
    assertThat(text).as(name).isEqualTo(Files.readString(file));
  }
}
