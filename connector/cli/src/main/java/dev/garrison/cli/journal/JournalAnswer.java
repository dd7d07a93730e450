package dev.garrison.cli.journal;

import dev.garrison.json.JsonForm;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Journals as JSON. Keys are only ever added. */
sealed interface JournalAnswer extends JsonForm {
  /**
   * Result of verifying the chains of sites.
   *
   * @param intact whether each chain is intact, and has the expected head
   */
  record Verified(String format, boolean intact, List<Chain> sites) implements JournalAnswer {
    private static final String FORMAT = "garrison.journal-verify/1";

    static Verified of(List<Chain> sites) {
      return new Verified(FORMAT, sites.stream().allMatch(Chain::intact), sites);
    }
  }

  /**
   * Chain of one site.
   *
   * @param expected whether its head is the one of {@code --expect}; true without that option
   * @param head empty if there is no entry
   * @param torn runs whose last line was cut off
   * @param unknown parts that a later version of Garrison wrote
   */
  record Chain(
      String site,
      boolean intact,
      boolean expected,
      int runs,
      int entries,
      String head,
      List<String> problems,
      List<String> torn,
      List<String> unknown)
      implements JsonForm {
    static Chain of(String site, Verdict verdict, boolean expected) {
      return new Chain(
          site,
          verdict.problems().isEmpty() && expected,
          expected,
          verdict.runs(),
          verdict.entries(),
          verdict.head(),
          verdict.problems(),
          verdict.torn(),
          verdict.unknown());
    }
  }

  /** Runs of sites, the oldest of each site first. */
  record Runs(String format, List<Listed> runs) implements JournalAnswer {
    private static final String FORMAT = "garrison.journal-runs/1";

    static Runs of(List<ShownRun> runs) {
      return new Runs(FORMAT, runs.stream().map(Listed::of).toList());
    }
  }

  /**
   * One run. Its origin is empty if its first line has none.
   *
   * @param done number of objects, empty like {@code failed} and {@code waiting} if it was
   *     interrupted
   * @param unknown number of writes whose outcome is unknown
   */
  record Listed(
      String site,
      String run,
      Optional<Instant> at,
      Optional<String> osUser,
      Optional<String> host,
      Optional<String> identity,
      Optional<String> manifest,
      Optional<String> manifestDigest,
      Optional<String> planDigest,
      Optional<String> changeId,
      boolean ended,
      Optional<Integer> done,
      Optional<Integer> failed,
      Optional<Integer> waiting,
      long unknown)
      implements JsonForm {
    private static Listed of(ShownRun run) {
      return new Listed(
          run.site(),
          run.name(),
          run.run().map(Run::at),
          run.run().map(Run::osUser),
          run.run().map(Run::host),
          run.run().map(Run::identity),
          run.run().map(Run::manifest),
          run.run().map(Run::manifestDigest),
          run.run().map(Run::planDigest),
          run.run().flatMap(Run::changeId),
          run.end().isPresent(),
          run.end().map(end -> end.done()),
          run.end().map(end -> end.failed()),
          run.end().map(end -> end.waiting()),
          run.unknown());
    }
  }

  /** One run with its writes, in their order; those whose outcome is unknown come last. */
  record Whole(String format, Listed run, List<Written> writes) implements JournalAnswer {
    private static final String FORMAT = "garrison.journal-run/1";

    static Whole of(ShownRun run) {
      return new Whole(FORMAT, Listed.of(run), run.writes().stream().map(Written::of).toList());
    }
  }

  /**
   * One write, or one deed.
   *
   * @param result {@code unknown} if the run was interrupted in the middle of it
   */
  record Written(String object, String action, String result, String detail) implements JsonForm {
    private static Written of(ShownRun.Write write) {
      return new Written(write.object(), write.action(), write.result(), write.detail());
    }
  }
}
