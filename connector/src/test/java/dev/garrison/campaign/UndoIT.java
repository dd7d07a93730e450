package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Planned;
import dev.garrison.json.Json;
import dev.garrison.record.JournalFolder;
import dev.garrison.record.StateFolder;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.Writing;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run of a rollout is taken back, the newest first. */
final class UndoIT {
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int MOST_ROUNDS = 12;

  @Test
  void afterTakingBackEveryRunThePlanIsTheFirstOneAgain(@TempDir Path folder) {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      long creations = site.plan().count(Action.CREATE);
      long unchanged = site.plan().count(Action.NO_OP);
      assertThat(site.converge()).isEmpty();
      for (String run : runs(folder).reversed()) {
        undo(site, run);
      }
      assertThat(site.plan().count(Action.CREATE)).isEqualTo(creations);
      assertThat(site.plan().count(Action.NO_OP)).isEqualTo(unchanged);
    }
  }

  private static List<String> runs(Path folder) {
    return new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
        .runs();
  }

  private static void undo(TrialSite site, String run) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      site.pass(ROUND);
      try (OpenSession open = site.open()) {
        Planned undo = open.session().undo(run);
        if (undo.plan().converged()) {
          return;
        }
        try (Writing writing = open.session().write()) {
          var report = writing.carryOut(undo, Optional.empty(), ApplyListener.silent()).report();
          assertThat(report.succeeded()).as("%s", report).isTrue();
        }
      }
    }
    throw new AssertionError("run " + run + " is not taken back after " + MOST_ROUNDS + " rounds");
  }
}
