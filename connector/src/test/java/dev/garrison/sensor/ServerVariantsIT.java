package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.trial.TrialUpdates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Approvals on servers that differ in what public evidence leaves open, alone and together. */
final class ServerVariantsIT {
  @TempDir private Path folder;

  enum Variant {
    REFUSES_CATEGORIES,
    FINDS_NOTHING_BY_CATEGORIES,
    UPPER_CASE_GUIDS,
    NO_XPRESS,
    NOBODY_AS_PARENT,
    NO_FAILURE_TEXTS;

    void applyTo(Quirks quirks) {
      switch (this) {
        case REFUSES_CATEGORIES -> quirks.refusesCategories(true);
        case FINDS_NOTHING_BY_CATEGORIES -> quirks.findsNothingByCategories(true);
        case UPPER_CASE_GUIDS -> quirks.upperCaseGuids(true);
        case NO_XPRESS -> quirks.compresses(false);
        case NOBODY_AS_PARENT -> quirks.shownAsParent(Optional.empty());
        case NO_FAILURE_TEXTS -> quirks.failureTexts(false);
      }
    }
  }

  static List<Set<Variant>> variants() {
    List<Set<Variant>> all = new ArrayList<>();
    for (Variant each : Variant.values()) {
      all.add(EnumSet.of(each));
    }
    all.add(EnumSet.allOf(Variant.class));
    return all;
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theUpdateIsApprovedProvenAndThenNothingIsLeft(Set<Variant> variants) {
    try (TrialUpdates trial = new TrialUpdates(folder)) {
      variants.forEach(variant -> trial.server("wsus01").quirks(variant::applyTo));

      assertThat(trial.apply().code()).isZero();
      assertThat(trial.decisions("wsus01"))
          .contains("10.8798.25857.1000 for Pilot servers: install by Garrison [garrison:1:trial]");
      assertThat(trial.verify().code()).isZero();
      assertThat(trial.plan().code()).isZero();
      assertThat(trial.server("wsus01").calls().violations()).isEmpty();
    }
  }
}
