package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import org.junit.jupiter.api.Test;

final class DiagnosticViewTest {
  private enum Code implements DiagnosticCode {
    RING_LIMITS_ITSELF;

    @Override
    public int number() {
      return 107;
    }
  }

  @Test
  void theProblemComesFirstThenTheRemedy() {
    Diagnostic diagnostic =
        Diagnostic.error(
            Code.RING_LIMITS_ITSELF,
            new SourceLocation("garrison.yaml", 14),
            "Ring 'pilot' limits itself.",
            "Set 'collection.limitTo' to another collection.");
    assertThat(DiagnosticView.render(diagnostic).lines())
        .containsExactly(
            "error: Ring 'pilot' limits itself. [GAR-0107]",
            "  at:  garrison.yaml:14",
            "  Fix: Set 'collection.limitTo' to another collection.");
  }

  @Test
  void itsLabelsAreInTheLanguageOfTheReader() {
    Diagnostic diagnostic =
        Diagnostic.warning(
            Code.RING_LIMITS_ITSELF,
            new SourceLocation("garrison.yaml", 14),
            new Message(Text.verbatim("P"), Text.verbatim("F")));
    assertThat(Language.JAPANESE.during(() -> DiagnosticView.render(diagnostic)).lines())
        .containsExactly("警告: P [GAR-0107]", "  場所: garrison.yaml:14", "  対処: F");
  }

  @Test
  void longTextWrapsAtOneHundredAndTwenty() {
    Diagnostic diagnostic =
        Diagnostic.warning(Code.RING_LIMITS_ITSELF, "word ".repeat(60).strip(), "Stop.");
    assertThat(DiagnosticView.render(diagnostic).lines())
        .allMatch(line -> line.length() <= 120)
        .hasSize(4);
  }

  @Test
  void nothingInItIsObeyedByATerminal() {
    Diagnostic diagnostic =
        Diagnostic.error(
            Code.RING_LIMITS_ITSELF,
            "Collection 'a\u001b[2Jb\u009b0m\rc\u202ed' is\nodd\tso.",
            "R\u00e4ume auf.");
    assertThat(DiagnosticView.render(diagnostic).lines())
        .containsExactly(
            "error: Collection 'a\\u001b[2Jb\\u009b0m\\u000dc\\u202ed' is",
            "       odd\tso. [GAR-0107]",
            "  Fix: R\u00e4ume auf.");
  }
}
