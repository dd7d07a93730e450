package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Difference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DifferenceViewTest {
  private static String render(String before, String after) {
    return DifferenceView.render(
        new Difference("command", Optional.of(before), Optional.of(after)));
  }

  @Test
  void shortValuesAreShownWhole() {
    assertThat(render("none", "all")).isEqualTo("command: \"none\" -> \"all\"");
  }

  @Test
  void longValuesAreCutToWhereTheyDiffer() {
    String head =
        "powershell.exe -NoProfile -NonInteractive -File Install-DefenderForEndpoint.ps1 -SampleSharing ";
    String tail = " -InstallMinutes 40 -OnboardingMinutes 4 -ProofMinutes 10";
    assertThat(render(head + "none" + tail, head + "all" + tail))
        .isEqualTo(
            "command: \"... -SampleSharing none -InstallMinutes...\" -> \"... -SampleSharing all -InstallMinutes...\"");
  }

  @Test
  void aValueThatAppearsIsCutAtItsEnd() {
    assertThat(
            DifferenceView.render(
                new Difference("query", Optional.empty(), Optional.of("x".repeat(100)))))
        .isEqualTo("query: (none) -> \"" + "x".repeat(70) + "...\"");
  }

  @Test
  void lineBreaksStayVisible() {
    assertThat(render("a\r\nb", "a")).isEqualTo("command: \"a\\nb\" -> \"a\"");
  }
}
