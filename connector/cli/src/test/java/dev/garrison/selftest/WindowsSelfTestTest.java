package dev.garrison.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.files.acl.AccessList;
import dev.garrison.probe.outcome.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowsSelfTestTest {
  private static final String WANTED =
      "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)";

  @Test
  void elsewhereThanOnWindowsItIsRefused() {
    assertThatThrownBy(
            () -> new WindowsSelfTest((_, _) -> {}, Clock.systemUTC()).run(Optional.empty()))
        .hasMessage(
            "The self-test checks Windows, but this system is Linux. Omit --windows-selftest, or run the command on a Windows server. [SELFTEST_NOT_ON_WINDOWS GAR-0822]");
  }

  @Test
  void theSameEntriesInAnyOrderAreTheSameList() {
    assertThat(
            WindowsSelfTest.compared(
                AccessList.parse(
                    "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-32-544)(A;OICI;0x1f01ff;;;S-1-5-18)"),
                AccessList.parse(WANTED)))
        .isInstanceOf(Outcome.Passed.class);
  }

  /** Windows gives to Administrators what an elevated administrator makes. */
  @Test
  void aListMayBelongToAdministrators() {
    assertThat(
            WindowsSelfTest.compared(
                AccessList.parse(
                    "O:S-1-5-32-544D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)"),
                AccessList.parse(WANTED)))
        .isInstanceOf(Outcome.Passed.class);
  }

  /** Without its file of messages, Windows has the text of an entry, and shows another. */
  @ParameterizedTest
  @CsvSource({
    "<EventData><Data>it: 7f</Data></EventData><RenderingInfo><Message>it: 7f</Message>, true",
    "<EventData><Data>it: 7f</Data></EventData><RenderingInfo><Message>x</Message>7f, false",
    "<EventData><Data>it: 7f</Data></EventData>, false"
  })
  void anEntryIsReadBackWhereItsTextIsShown(String rendered, boolean shown) {
    assertThat(WindowsSelfTest.shows(rendered, "7f")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "O:S-1-5-21-1-2-3-1105D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)",
    "O:S-1-5-21-1-2-3-1104D:(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)",
    "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-18)",
    "O:S-1-5-21-1-2-3-1104D:P(A;OICI;0x1f01ff;;;S-1-5-18)(A;OICI;0x1f01ff;;;S-1-5-32-544)(A;;0x1;;;S-1-1-0)"
  })
  void anyOtherListIsToldWithBoth(String read) {
    Outcome outcome = WindowsSelfTest.compared(AccessList.parse(read), AccessList.parse(WANTED));

    assertThat(outcome.problems())
        .singleElement()
        .hasToString(
            "\"%s\" was read back instead of \"%s\". Report this as an issue, with the file from --report FILE.json. [SELFTEST_DIFFERS GAR-0823]"
                .formatted(read, WANTED));
  }
}
