package dev.garrison.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.lab.adminservice.schema.Spelling;
import dev.garrison.trial.TrialProbe;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Microsoft's pages and the answers of real sites spell properties differently here and there: all
 * properties of a whole site in the other case, in rows and in metadata, change nothing.
 */
final class SpelledOtherwiseIT {
  private @TempDir Path folder;

  /** What one site came to, as screens show it. */
  private record Seen(
      String ready,
      List<String> planned,
      List<Diagnostic> failed,
      String status,
      String verified,
      String dump) {}

  private Seen whole(String name, Spelling spelling) {
    try (TrialSite site = new TrialSite(name, folder.resolve(spelling.name()))) {
      site.lab().spell(spelling);
      String ready = Screens.of(site, "prerequisites", "--csv");
      List<String> planned = site.pending();
      List<Diagnostic> failed = site.converge();
      for (int day = 0; day < 3; day++) {
        site.pass(Duration.ofDays(1));
        site.apply();
      }
      return new Seen(
          ready,
          planned,
          failed,
          Screens.of(site, "status", "--csv"),
          Screens.of(site, "verify", "--devices"),
          site.lab().dump());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2207", "2509"})
  void theWholeWayIsTheSame(String site) {
    Seen usual = whole(site, Spelling.OF_THE_CLASS);
    Seen otherwise = whole(site, Spelling.SWAPPED);
    assertThat(otherwise.ready()).isEqualTo(usual.ready()).contains("WEB01");
    assertThat(otherwise.planned()).isEqualTo(usual.planned()).isNotEmpty();
    assertThat(otherwise.failed()).isEqualTo(usual.failed()).isEmpty();
    assertThat(otherwise.status()).isEqualTo(usual.status()).contains("onboarded");
    assertThat(otherwise.verified()).isEqualTo(usual.verified());
    assertThat(otherwise.dump()).isEqualTo(usual.dump());
  }

  @Test
  void eachServerIsJudgedTheSame() {
    Map<Spelling, String> screens = new EnumMap<>(Spelling.class);
    for (Spelling spelling : Spelling.values()) {
      try (TrialSite site = new TrialSite("unready", folder.resolve(spelling.name()))) {
        site.lab().spell(spelling);
        site.manifest().replace("maxDevices: 25", "maxDevices: 50");
        screens.put(spelling, Screens.of(site, "prerequisites", "--csv"));
      }
    }
    assertThat(screens.get(Spelling.SWAPPED))
        .isEqualTo(screens.get(Spelling.OF_THE_CLASS))
        .contains("not ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2207", "2509"})
  void probeFindsTheSame(String name) {
    try (TrialSite site = new TrialSite(name, folder)) {
      site.settle();
      String usual = TrialProbe.run(site.manifest().file(), site.lab().clock()).steady();
      site.lab().spell(Spelling.SWAPPED);
      assertThat(TrialProbe.run(site.manifest().file(), site.lab().clock()).steady())
          .isEqualTo(usual);
    }
  }
}
