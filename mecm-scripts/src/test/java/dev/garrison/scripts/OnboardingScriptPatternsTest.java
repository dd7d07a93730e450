package dev.garrison.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The wrapper's own patterns, taken out of it, against scripts of the three kinds. */
final class OnboardingScriptPatternsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path CHECKS =
      ROOT.resolve("mecm-scripts/src/main/powershell/client/ReadinessChecks.ps1");
  private static final Path SAMPLE =
      ROOT.resolve(
          "connector/src/main/resources/dev/garrison/demo/WindowsDefenderATPOnboardingScript.cmd");
  private static final String LOCAL =
      """
      @echo off\r
      set /p shouldContinue= "Press (Y) to confirm and continue or (N) to cancel: "\r
      REG add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection" /v latency /t REG_SZ /f /d "Demo"\r
      pause\r
      """;

  /** The patterns in the order of the script; -match and -notmatch ignore case, Match does not. */
  private static List<Pattern> patterns() throws IOException {
    return Pattern.compile("\\$text (-notmatch|-match) '(.+)'\\)|Match\\(\\$text, '(.+)'\\)\\.")
        .matcher(Files.readString(CHECKS))
        .results()
        .map(m ->
            m.group(3) != null
                ? Pattern.compile(m.group(3))
                : Pattern.compile(m.group(2), Pattern.CASE_INSENSITIVE))
        .toList();
  }

  private static Pattern onboarding() throws IOException {
    return patterns().get(0);
  }

  private static Pattern local() throws IOException {
    return patterns().get(1);
  }

  private static String tenantOf(String script) throws IOException {
    Matcher matcher = patterns().get(2).matcher(script);
    return matcher.find() ? matcher.group(1) : "";
  }

  @Test
  void theSampleIsAnOnboardingScriptOfTheGroupPolicyKindForItsTenant() throws IOException {
    String sample = Files.readString(SAMPLE);

    assertThat(patterns()).hasSize(3);
    assertThat(onboarding().matcher(sample).find()).isTrue();
    assertThat(local().matcher(sample).find()).isFalse();
    assertThat(tenantOf(sample)).isEqualTo("5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2");
  }

  @Test
  void theScriptForLocalUseIsRecognisedByEachOfItsTraits() throws IOException {
    assertThat(LOCAL.lines().skip(1)).allMatch(local().asPredicate());
  }

  @Test
  void anOffboardingScriptIsNoOnboardingScript() throws IOException {
    String offboarding =
        "reg add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\""
            + " /v 696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A /t REG_SZ /f /d \"{}\"";

    assertThat(onboarding().matcher(offboarding).find()).isFalse();
  }

  @Test
  void earlierTenantsAreNotTakenForTheTenant() throws IOException {
    assertThat(
            tenantOf(
                "{\\\"previousOrgIds\\\":[\\\"11111111-1111-4111-8111-111111111111\\\"],"
                    + "\\\"orgId\\\":\\\"22222222-2222-4222-8222-222222222222\\\"}"))
        .isEqualTo("22222222-2222-4222-8222-222222222222");
  }
}
