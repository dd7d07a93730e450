package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Approvals on servers that differ in what public evidence leaves open, alone and together. */
final class ServerVariantsIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.garrison.trial.ServerVariants#each")
  void theUpdateIsApprovedProvenAndThenNothingIsLeft(Set<Variant> variants) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      trial.vary("wsus01", variants);

      assertThat(trial.apply().code()).isZero();
      assertThat(trial.decisions("wsus01"))
          .contains("10.8798.25857.1000 for Pilot servers: install by Garrison [garrison:1:trial]");
      assertThat(trial.verify().code()).isZero();
      assertThat(trial.plan().code()).isZero();
      assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    }
  }
}
