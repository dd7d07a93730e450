package dev.garrison.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.ServedRequest;
import dev.garrison.trial.TrialProbe;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads who probes a site of each version. */
final class ProbeGoldenIT {
  @TempDir private Path folder;

  private static void expect(String name, TrialSite site, Ended ended) throws IOException {
    Golden.expect(name, ended.steady().replace(site.folder().toString(), "FOLDER") + ended.err());
  }

  @ParameterizedTest
  @CsvSource({"2107, 1", "2107-rollup, 0", "2207, 0", "2509, 0", "hierarchy, 1"})
  void aSiteOfEachVersionIsToldWhatItIs(String version, int code) throws IOException {
    try (TrialSite site = new TrialSite(version, folder)) {
      String before = site.lab().dump();
      Ended ended = TrialProbe.run(site.manifest().file(), site.lab().clock());
      expect("probe-" + version + ".txt", site, ended);
      assertThat(ended.code()).isEqualTo(code);
      assertThat(site.lab().dump()).isEqualTo(before);
      assertThat(site.lab().requests().all().stream().map(ServedRequest::method))
          .isNotEmpty()
          .allMatch("GET"::equals);
    }
  }

  @Test
  void aSiteInUseConfirmsWhatIsNotVerified() throws IOException {
    try (TrialSite site = new TrialSite("2207", folder)) {
      assertThat(site.converge()).isEmpty();
      String before = site.lab().dump();
      site.lab().requests().reset();
      Ended ended = TrialProbe.run(site.manifest().file(), site.lab().clock());
      expect("probe-in-use.txt", site, ended);
      assertThat(site.lab().dump()).isEqualTo(before);
      assertThat(site.lab().requests().writes()).isEmpty();
    }
  }
}
