package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusFacts.AfterPlan;
import dev.garrison.fleet.antivirus.AntivirusFacts.ToldFact;
import dev.garrison.history.ProtectedServers;
import dev.garrison.manifest.Ring;
import dev.garrison.server.reading.ApiAnswers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The color of a server says no more than is known. */
final class AntivirusPageTest {
  private static final Optional<ToldFact> PASSIVE =
      Optional.of(new ToldFact("Passive", "live", Optional.empty()));

  private static AntivirusFacts beside(Optional<ToldFact> mode, String source) {
    return new AntivirusFacts(
        "passive",
        "other",
        "ESET",
        Optional.empty(),
        mode,
        Optional.empty(),
        Optional.of(new ToldFact("ESET", source, Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        "why",
        new AfterPlan("other", "ESET", "why"));
  }

  private static AntivirusFacts defenderWithoutRealTime() {
    AntivirusFacts well = ProtectedServers.WELL.facts();
    return new AntivirusFacts(
        well.wanted(),
        well.protectedBy(),
        well.products(),
        Optional.empty(),
        well.mode(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        well.why(),
        well.after());
  }

  @Test
  void greenIsWhatIsSeenToProtect() {
    assertThat(AntivirusPage.style(ProtectedServers.WELL.facts())).isEqualTo("g-onboarded");
    assertThat(AntivirusPage.style(beside(PASSIVE, "inventory"))).isEqualTo("g-onboarded");
  }

  @Test
  void whatIsNotKnownOrOnlyStatedIsNotGreen() {
    assertThat(AntivirusPage.style(ProtectedServers.DIM.facts())).isEqualTo("g-no-status");
    assertThat(AntivirusPage.style(defenderWithoutRealTime())).isEqualTo("g-no-status");
    assertThat(AntivirusPage.style(beside(PASSIVE, "manifest"))).isEqualTo("g-no-status");
    assertThat(AntivirusPage.style(beside(Optional.empty(), "live"))).isEqualTo("g-no-status");
  }

  @Test
  void aDangerThatServersAreInHasItsRemedy() {
    ApiAnswers.Antivirus answer =
        new ApiAnswers.Antivirus(
            Optional.empty(),
            true,
            List.of("a note"),
            List.of(
                new ApiAnswers.DangerCount("nothing-protects", 0),
                new ApiAnswers.DangerCount("two-fight", 2)),
            List.of(),
            List.of(),
            Optional.empty());

    assertThat(AntivirusPage.notes(answer, List.of(Ring.Antivirus.ACTIVE)))
        .containsExactly(
            new AntivirusPage.Note(
                Optional.of("two active antivirus products"),
                "Uninstall the other antivirus product, or move the server to a ring with \"antivirus: passive\"."),
            new AntivirusPage.Note(Optional.empty(), "a note"));
  }

  @Test
  void aDangerIsRed() {
    assertThat(AntivirusPage.style(ProtectedServers.BARE.facts())).isEqualTo("g-attention");
    assertThat(AntivirusPage.style(ProtectedServers.TWO.facts())).isEqualTo("g-attention");
  }
}
