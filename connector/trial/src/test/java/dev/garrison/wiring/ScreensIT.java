package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.browser.Browser;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.TrialUpdates;
import dev.garrison.wiring.OwnRun.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each screen of the command line in both languages, as text and as a picture in the build's
 * folder, for people to look at; none is wider than a terminal.
 */
final class ScreensIT {
  private static final Path SCREENS =
      Path.of(System.getProperty("repository.root"), "connector/trial/target/screens");

  /** Before anything is deployed. */
  private static final List<String> EMPTY =
      List.of(
          "plan --manifest MANIFEST",
          "plan --manifest MANIFEST --details",
          "plan --manifest MANIFEST --notes",
          "apply --manifest MANIFEST --yes",
          "status --manifest MANIFEST",
          "verify --manifest MANIFEST");

  /** While servers install. */
  private static final List<String> UNDER_WAY =
      List.of(
          "plan --manifest MANIFEST",
          "status --manifest MANIFEST",
          "status --manifest MANIFEST --ring pilot",
          "rollout status --manifest MANIFEST",
          "prerequisites --manifest MANIFEST",
          "antivirus --manifest MANIFEST",
          "verify --manifest MANIFEST",
          "verify --manifest MANIFEST --devices",
          "journal show --manifest MANIFEST",
          "journal verify --manifest MANIFEST",
          "evidence --manifest MANIFEST --report FOLDER/evidence.html",
          "package inspect --manifest MANIFEST FOLDER/packages/md4ws.msi",
          "probe --manifest MANIFEST",
          "offboard --manifest MANIFEST --reason CHG1 --server WEB02",
          "rollout halt --manifest MANIFEST --yes --reason CHG1 pilot",
          "rollout status --manifest MANIFEST",
          "rollout resume --manifest MANIFEST --yes pilot",
          "job run --manifest MANIFEST status",
          "job list --manifest MANIFEST",
          "job history --manifest MANIFEST",
          "job show --manifest MANIFEST 1",
          "token list --manifest MANIFEST",
          "help",
          "help plan");

  private static final List<String> UPDATES =
      List.of(
          "plan --only wsus --manifest MANIFEST",
          "wsus status --manifest MANIFEST",
          "wsus probe --manifest MANIFEST",
          "apply --only wsus --yes --manifest MANIFEST",
          "wsus status --manifest MANIFEST");

  @TempDir private static Path profile;
  private static Browser browser;

  @TempDir private Path folder;
  private final SoftAssertions softly = new SoftAssertions();

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(profile);
    Files.createDirectories(SCREENS);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void noScreenOfARolloutIsWiderThanATerminal(String language) throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      show(Trial.of(site), "empty", language, EMPTY);
      assertThat(site.converge()).isEmpty();
      site.pass(Duration.ofDays(5));
      show(Trial.of(site), "rollout", language, UNDER_WAY);
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void noScreenOfUpdatesIsWiderThanATerminal(String language) throws IOException {
    try (TrialUpdates updates = new TrialUpdates(folder)) {
      show(Trial.of(updates, folder), "updates", language, UPDATES);
    }
    softly.assertAll();
  }

  private void show(Trial trial, String scene, String language, List<String> lines)
      throws IOException {
    int number = 1;
    for (String line : lines) {
      OwnRun run = OwnRun.of(trial, language, line);
      String words = line.replaceAll("MANIFEST|FOLDER/|--manifest |[^\\w ]", "").strip();
      String name =
          "%s-%02d-%s-%s".formatted(scene, number++, words.replaceAll("\\W+", "-"), language);
      String screen = run.out() + run.err();
      softly.assertThat(screen).as(name).isNotBlank().doesNotContain("GAR-0701");
      softly
          .assertThat(screen.lines().filter(each -> isTooWide(each)))
          .as("wider than a terminal: " + name)
          .isEmpty();
      if (language.equals("ja") && !line.startsWith("job history")) {
        softly.assertThat(screen).as(name).containsPattern("[\\p{IsHiragana}\\p{IsKatakana}]");
      }
      keep(name, language, "> garrison " + line + "\n\n" + screen);
    }
  }

  /** What is one word, such as a digest, and a command to be copied are never broken. */
  private static boolean isTooWide(String line) {
    return Cells.of(line) > Wrapped.WIDTH && line.strip().contains(" ") && !line.contains("Add-CM");
  }

  private static void keep(String name, String language, String text) throws IOException {
    Files.writeString(SCREENS.resolve(name + ".txt"), text);
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    Path page =
        Files.writeString(
            SCREENS.resolve(name + ".html"),
            """
            <!DOCTYPE html><html lang="%s"><meta charset="utf-8"><title>%s</title><style>\
            body{margin:16px;background:#0c0c0c;color:#ddd}pre{font:16px/1.25 "IPAGothic","DejaVu Sans Mono",monospace}\
            </style><pre>%s</pre></html>
            """
                .formatted(language, name, escaped));
    browser.open(page.toUri());
    browser.screen().picture("screen-" + name);
    Files.delete(page);
  }
}
