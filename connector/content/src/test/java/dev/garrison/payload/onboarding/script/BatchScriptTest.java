package dev.garrison.payload.onboarding.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fuzz.CountedText;
import dev.garrison.payload.sample.Scripts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that a script writes are found in every form that the portal has used. */
final class BatchScriptTest {
  private static final String KEY =
      "\"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\"";
  private static final String BLOB = "{\"body\":\"{\\\"orgId\\\":\\\"x\\\"}\",\"sig\":\"a+/=\"}";

  static List<Scripts> forms() {
    List<Scripts> forms = new ArrayList<>();
    for (String reg : List.of(Scripts.OLD_REG, Scripts.NEW_REG, "reg")) {
      for (String lineEnd : List.of("\r\n", "\n")) {
        for (boolean local : List.of(true, false)) {
          for (boolean onboards : List.of(true, false)) {
            forms.add(new Scripts(reg, lineEnd, local, onboards));
          }
        }
      }
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theBlobIsFoundInEveryForm(Scripts form) {
    BatchScript script = BatchScript.read(form.text(BLOB));

    assertThat(
            script.written(
                form.onboards() ? "OnboardingInfo" : "696c1fa1-4030-4fa4-8713-faf9b2ea7c0a"))
        .containsExactly(BLOB);
    assertThat(script.unreadable()).isEmpty();
    assertThat(script.whole()).isTrue();
    assertThat(script.interactive()).isEqualTo(form.local());
    assertThat(script.expedited()).isEqualTo(form.local());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rem ", "REM ", ":: ", "echo ", "@rem ", "#"})
  void whatIsOnlyToldIsNotWritten(String prefix) {
    String line = prefix + "reg add " + KEY + " /v OnboardingInfo /t REG_SZ /f /d \"x\"";

    assertThat(BatchScript.read(line).writes()).isEmpty();
  }

  @Test
  void aWriteBehindAConditionCounts() {
    String line = "if exist x reg add " + KEY + " /v OnboardingInfo /t REG_SZ /f /d \"x\"";

    assertThat(BatchScript.read(line).written("OnboardingInfo")).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v OnboardingInfo /d \"x%TEMP%\"",
        "/v OnboardingInfo /d \"x\\\" & calc & \\\"\"",
        "/v OnboardingInfo /d \"x",
        "/v 696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A /d \"x"
      })
  void aLineThatCmdWouldReadOtherwiseIsUnreadable(String options) {
    BatchScript script = BatchScript.read("@echo off\nreg add " + KEY + " " + options + "\n");

    assertThat(script.unreadable()).containsExactly(2);
  }

  @Test
  void optionsStandInAnyOrderAndPercentSignsAreDoubled() {
    String line =
        "@C:\\Windows\\reg.exe ADD " + KEY + " /f /d \"50%%\" /t REG_SZ /v onboardinginfo";

    assertThat(BatchScript.read(line).written("OnboardingInfo")).containsExactly("50%");
  }

  @Test
  void aLineWithoutACommandIsNoWrite() {
    assertThat(BatchScript.read("> x reg add " + KEY + " /v OnboardingInfo /d x").writes())
        .isEmpty();
  }

  @Test
  void anotherKeyIsNotMeant() {
    String line =
        "reg add \"HKCU\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\" /v OnboardingInfo /d x";

    assertThat(BatchScript.read(line).writes()).isEmpty();
  }

  @Test
  void aWriteNeverShowsItsData() {
    assertThat(BatchScript.read("reg add " + KEY + " /v OnboardingInfo /d secret").toString())
        .contains("OnboardingInfo (6 characters)")
        .doesNotContain("secret");
  }

  @Test
  @Timeout(60)
  void aLineThatRepeatsTheKeyIsRefusedAtOnce() {
    String line = "reg add %s ".formatted(KEY.replace("\"", "")).repeat(3000) + "\"";

    assertThat(BatchScript.read(line).unreadable()).isEmpty();
    assertThat(BatchScript.read(line + " onboardinginfo").unreadable()).containsExactly(1);
  }

  static List<String> hostile() {
    return List.of(
        "add windows advanced threat protection ",
        " ",
        "pause",
        "set ",
        "set /p ",
        "set /p a=",
        "set /p a= <",
        "exit /b ",
        "\t@");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void eachFormIsLookedForInStepsThatGrowWithTheLine(String piece) {
    CountedText line = new CountedText(piece.repeat(100_000 / piece.length()));

    BatchScript.addsValue(line);
    BatchScript.asks(line);
    BatchScript.ends(line);

    assertThat(line.readsPerCharacter()).isLessThan(40);
  }

  @Test
  void aLineAsLongAsTheLargestBlobNeedsIsRead() {
    String line = "reg add " + KEY + " /v OnboardingInfo /d \"" + "\\\"".repeat(64 * 1024) + "\"";

    BatchScript script = BatchScript.read(line);

    assertThat(script.overlong()).isEmpty();
    assertThat(script.written("OnboardingInfo").getFirst()).hasSize(64 * 1024);
  }

  @Test
  void aLineOverTheLimitIsNotReadAndNamed() {
    String line = "rem " + "x".repeat(BatchScript.LONGEST_LINE - 3);

    BatchScript script = BatchScript.read("@echo off\n" + line + "\npause");

    assertThat(script.overlong()).containsExactly(2);
    assertThat(script.interactive()).isTrue();
    assertThat(BatchScript.read(line.substring(1)).overlong()).isEmpty();
  }
}
