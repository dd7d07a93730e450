package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as agreement before something is written. */
final class ConfirmationTest {
  private static final OffboardDecision LEAVERS =
      new OffboardDecision("leavers", "Old servers", List.of("FS01", "FS02"), 5, List.of());

  private static Confirmation confirmation(boolean terminal, String typed) {
    return new Confirmation(
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), terminal),
        new BufferedReader(new StringReader(typed)));
  }

  @ParameterizedTest
  @CsvSource({
    "y, true",
    "YES, true",
    "' yes ', true",
    "'', false",
    "n, false",
    "yet, false",
    "ye, false",
    "'y n', false"
  })
  void onlyYesIsAgreement(String typed, boolean agreed) {
    assertThat(confirmation(true, typed + "\n").given(false, Text.of("confirm.apply")))
        .isEqualTo(agreed);
  }

  @Test
  void anInputThatEndsIsNoAgreement() {
    assertThat(confirmation(true, "").given(false, Text.of("confirm.apply"))).isFalse();
    assertThat(confirmation(true, "").typed(false, Text.verbatim("Name?"), "pilot")).isFalse();
  }

  @Test
  void withoutATerminalNobodyAgrees() {
    assertThatThrownBy(() -> confirmation(false, "y\n").given(false, Text.of("confirm.apply")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Confirmation required, but there is no terminal. Review the plan, and then use --yes, or apply a saved plan. No changes were made. [CONFIRMATION_NEEDED GAR-0741]");
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, Apply this plan? [y/N] ",
    "JAPANESE, このプランを適用しますか? [y/N] ",
  })
  void theQuestionIsInTheLanguageOfItsReader(Language language, String question) {
    StringWriter asked = new StringWriter();
    Confirmation confirmation =
        new Confirmation(
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(asked), true),
            new BufferedReader(new StringReader("n\n")));
    language.during(() -> confirmation.given(false, Text.of("confirm.apply")));
    assertThat(asked.toString().strip()).isEqualTo(question);
  }

  @Test
  void anExactTextIsTyped() {
    assertThat(confirmation(true, "pilot\n").typed(false, Text.verbatim("Name?"), "pilot"))
        .isTrue();
    assertThat(confirmation(true, "Pilot\n").typed(false, Text.verbatim("Name?"), "pilot"))
        .isFalse();
  }

  @Test
  void anEntryThatWasConfirmedIsNotAskedAbout() {
    assertThat(confirmation(false, "").given(List.of(LEAVERS), Set.of("leavers"))).isTrue();
  }

  @Test
  void theConfirmationOfOneEntryDoesNotCoverAnother() {
    assertThatThrownBy(() -> confirmation(false, "").given(List.of(LEAVERS), Set.of("others")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The plan hands servers of \"Old servers\" over to offboarding: FS01, FS02. The option --yes doesn't confirm offboarding. Review the plan, and then run the command again with --confirm-offboarding \"leavers\". No changes were made. [OFFBOARDING_NOT_CONFIRMED GAR-0745]");
  }

  @ParameterizedTest
  @CsvSource({"2, true", "old servers, true", "1, false", "y, false", "'', false"})
  void offboardingIsAgreedToByTheNumberOrTheNameOfTheCollection(String typed, boolean agreed) {
    assertThat(confirmation(true, typed + "\n").given(List.of(LEAVERS), Set.of()))
        .isEqualTo(agreed);
  }

  @ParameterizedTest
  @CsvSource({"WEB02, true", "web02, true", "1, false", "y, false", "WEB01, false"})
  void theOffboardingOfOneServerIsAgreedToByItsName(String typed, boolean agreed) {
    assertThat(confirmation(true, typed + "\n").given(List.of(leaver("pilot")), Set.of()))
        .isEqualTo(agreed);
  }

  private static OffboardDecision leaver(String... rings) {
    return new OffboardDecision(
        "retired", "MDE retired - leaving", List.of("WEB02"), List.of(rings), 5, List.of());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void theQuestionNamesTheServersAndTheirRingsAndWhatHappens(
      Language language, OffboardDecision decision, String question) {
    StringWriter asked = new StringWriter();
    Confirmation confirmation =
        new Confirmation(
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(asked), true),
            new BufferedReader(new StringReader("\n")));
    language.during(() -> confirmation.given(List.of(decision), Set.of()));
    assertThat(asked.toString().strip()).isEqualTo(question);
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(
            Language.ENGLISH,
            leaver("pilot"),
            """
            Offboarding removes 1 server from Defender for Endpoint: WEB02 (ring pilot). It leaves its ring, and its sensor stops
            reporting. Garrison can't undo this. Type the name of the server:\
            """),
        Arguments.of(
            Language.JAPANESE,
            leaver("pilot"),
            """
            オフボードにより、サーバー 1 台が Defender for Endpoint から外れます: WEB02 (リング pilot)。サーバーはリングから外れ、
            センサーは報告を停止します。Garrison では元に戻せません。サーバーの名前を入力してください:\
            """),
        Arguments.of(
            Language.ENGLISH,
            new OffboardDecision(
                "old",
                "Old servers",
                List.of("FS01", "FS02"),
                List.of("pilot", "broad"),
                5,
                List.of()),
            """
            Offboarding removes 2 servers from Defender for Endpoint: FS01, FS02 (rings pilot, broad). They leave their rings, and
            their sensors stop reporting. Garrison can't undo this. Type the number of servers:\
            """),
        Arguments.of(
            Language.ENGLISH,
            LEAVERS,
            """
            Offboarding removes 2 servers from Defender for Endpoint: FS01, FS02. They leave their rings, and their sensors stop
            reporting. Garrison can't undo this. Type the number of servers:\
            """));
  }
}
