package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.work.Variant;
import dev.garrison.trial.ServerVariants;
import dev.garrison.trial.TrialUpdates;
import dev.garrison.trial.TrialWsus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that differ in what public evidence leaves open: what Garrison does is the same. */
final class ServerVariantsIT {
  private static final String OLD = "10.8560.25364.1036";
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.garrison.trial.ServerVariants#each")
  void theUpdateIsApprovedProvenAndThenNothingIsLeft(Set<Variant> variants) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      trial.server("wsus01").quirks(quirks -> quirks.vary(variants));

      assertThat(trial.apply().code()).isZero();
      assertThat(trial.decisions("wsus01"))
          .contains("10.8798.25857.1000 for Pilot servers: install by Garrison [garrison:1:trial]");
      assertThat(trial.verify().code()).isZero();
      assertThat(trial.plan().code()).as("a ring waits for its turn").isEqualTo(3);
      assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.garrison.trial.ServerVariants#each")
  void statusShowsTheSameAndSynchronisingGoesTopDown(Set<Variant> variants) {
    try (TrialWsus trial = new TrialWsus(folder)) {
      trial.passWhileWaiting();
      trial.allowWrites();
      String usual = trial.run("status").steady();
      trial.vary(variants);

      assertThat(trial.run("status").steady()).isEqualTo(usual);
      trial.lab().clock().advance(Duration.ofDays(1));
      assertThat(trial.run("sync", "--yes").code()).isZero();
      assertThat(trial.lab().updateServers().all())
          .allSatisfy(server -> {
            assertThat(server.calls().writes()).hasSize(1);
            assertThat(server.calls().violations()).isEmpty();
          });
    }
  }

  /** Those that have something to do with servers below, and all together. */
  static List<Set<Variant>> below() {
    return ServerVariants.bearing(
        Variant.NOBODY_AS_PARENT,
        Variant.OWN_ID_AS_PARENT,
        Variant.ANY_PARENT_ANSWERED,
        Variant.ALL_CELLS_AS_TEXT,
        Variant.NO_CELL_TYPES);
  }

  @ParameterizedTest
  @MethodSource("below")
  void serversBelowAreFoundAndTheirComputersCount(Set<Variant> variants) throws Exception {
    String found = planOfDiscovery(Files.createDirectory(folder.resolve("usual")), Set.of());
    assertThat(found).contains("5 objects match the manifest", "127.0.0.2:PORT synchronizes");
    assertThat(planOfDiscovery(Files.createDirectory(folder.resolve("varied")), variants))
        .isEqualTo(found);
  }

  private static String planOfDiscovery(Path folder, Set<Variant> variants) {
    try (TrialUpdates trial = TrialUpdates.behindOnePort(folder)) {
      trial.replace(
          "      canary: Pilot servers\n",
          "      canary: Pilot servers\n      discover: downstream\n      allowPlainHttp: true\n");
      trial
          .lab()
          .updateServers()
          .all()
          .forEach(server -> server.quirks(quirks -> quirks.vary(variants)));
      assertThat(trial.apply().code()).isZero();
      return trial.plan().steady().replaceAll(":\\d+", ":PORT");
    }
  }

  /** Those that bear on the proof that nobody needs an update, and all together. */
  static List<Set<Variant>> proof() {
    return ServerVariants.bearing(
        Variant.COMPUTERS_OF_28_COLUMNS,
        Variant.ALL_CELLS_AS_TEXT,
        Variant.NO_CELL_TYPES,
        Variant.APPROVAL_CELLS_AS_TEXT,
        Variant.LATEST_APPROVALS_ONLY,
        Variant.ZERO_AS_TOP_PARENT,
        Variant.RULE_GROUPS_OF_4_COLUMNS,
        Variant.FINDS_NOTHING_BY_CATEGORIES);
  }

  @ParameterizedTest
  @MethodSource("proof")
  void whatNobodyNeedsIsDeclined(Set<Variant> variants) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      trial.server("wsus01").quirks(quirks -> quirks.vary(variants));
      new OldUpdates(trial).everybodyHasTheNewest();
      trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");

      assertThat(trial.apply().code()).isZero();
      assertThat(new OldUpdates(trial).isDeclined(OLD)).isTrue();
      assertThat(trial.verify().code()).isZero();
    }
  }

  @Test
  void rowsWithoutTitlesAreRefusedAndNothingIsWritten() {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      trial.server("wsus01").quirks(quirks -> quirks.vary(Variant.UPDATES_OF_33_COLUMNS));

      assertThat(trial.apply().out().replaceAll("\\s+", " "))
          .contains("a row of 33 columns where at least 37 are expected");
      assertThat(trial.writes("wsus01")).isEmpty();
    }
  }
}
