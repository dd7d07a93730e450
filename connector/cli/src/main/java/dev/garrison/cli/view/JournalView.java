package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.Run;
import dev.garrison.state.WriteCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Journals as a person reads them. */
public final class JournalView {
  private static final int SHORT_DIGEST = 12;

  private JournalView() {}

  /** Renders the check of a site's chain; the verdict comes last. */
  public static String verdict(String siteCode, Verdict verdict, boolean fits) {
    List<String> lines = new ArrayList<>();
    verdict.problems().forEach(problem -> lines.add(problem(problem)));
    verdict
        .torn()
        .forEach(run -> lines.add("  " + Text.of("journal-screen.torn", "run", run).shown()));
    verdict
        .unknown()
        .forEach(part ->
            lines.add("  " + Text.of("journal-screen.later-version", "part", part).shown()));
    if (!fits) {
      lines.add("  " + Text.of("journal-screen.other-head").shown());
    }
    boolean intact = verdict.problems().isEmpty() && fits;
    String end =
        Text.of(
                intact ? "journal-screen.intact" : "journal-screen.broken",
                "site",
                siteCode,
                "runs",
                verdict.runs(),
                "entries",
                verdict.entries(),
                "head",
                head(verdict.head()))
            .shown();
    lines.addAll(Wrapped.lines(end, Wrapped.WIDTH));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  /** A problem of the chain, on a line. */
  static String problem(String problem) {
    return "  " + Text.of("journal-screen.problem", "problem", RecordedText.shown(problem)).shown();
  }

  /** The head of a chain, which an empty one lacks. */
  public static Text head(String head) {
    return head.isEmpty() ? Text.of("journal-screen.no-head") : Text.verbatim(head);
  }

  /** One run on one line. */
  public static String summary(String name, List<JournalEntry> entries) {
    Optional<Run> run = entries.stream().flatMap(entry -> entry.run().stream()).findFirst();
    Text end = counts(entries).orElse(interrupted(JournaledWrite.unanswered(entries).size()));
    return ScreenText.text(
        run.map(each -> summary(name, each, end))
            .orElseGet(() -> Text.of("journal-screen.run-unknown", "run", name, "end", end))
            .shown());
  }

  private static Text summary(String name, Run run, Text end) {
    return Text.of(
        run.changeId().isEmpty() ? "journal-screen.run" : "journal-screen.run-change",
        "run",
        name,
        "user",
        run.osUser(),
        "host",
        run.host(),
        "site",
        run.site(),
        "manifest",
        run.manifest(),
        "change",
        RecordedText.shown(run.changeId().orElse("")),
        "end",
        end);
  }

  /** Results of a run that ended; a run that acted on servers wrote no objects. */
  private static Optional<Text> counts(List<JournalEntry> entries) {
    return WriteCounts.isOfDeeds(entries)
        ? entries.stream()
            .flatMap(entry -> entry.end().stream())
            .map(end ->
                Text.of(
                    "journal-screen.counts",
                    "done",
                    end.done(),
                    "failed",
                    end.failed(),
                    "waiting",
                    end.waiting()))
            .findFirst()
        : WriteCounts.of(entries).map(WriteCounts::words);
  }

  private static Text interrupted(int unknown) {
    return unknown == 0
        ? Text.of("journal-screen.interrupted")
        : Text.of("journal-screen.interrupted-writes", "count", unknown);
  }

  /** Every write of a run; one whose outcome is unknown comes last. */
  public static String render(List<JournalEntry> entries, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      entry
          .run()
          .ifPresent(run ->
              lines.add(
                  Text.of(
                          "journal-screen.head",
                          "time",
                          time.second(run.at()),
                          "user",
                          run.osUser(),
                          "host",
                          run.host(),
                          "account",
                          run.identity(),
                          "manifest",
                          run.manifest(),
                          "digest",
                          shortened(run.manifestDigest()))
                      .shown()));
      entry
          .after()
          .ifPresent(after ->
              lines.add(
                  "  %-8s %-7s %s%s"
                      .formatted(
                          after.result(),
                          after.action(),
                          after.address(),
                          after.detail().isEmpty()
                              ? ""
                              : ": " + RecordedText.shown(after.detail()))));
    }
    counts(entries)
        .ifPresent(counts -> lines.add(Text.of("journal-screen.ended", "counts", counts).shown()));
    JournaledWrite.unanswered(entries)
        .forEach(before ->
            lines.add(
                "  %-8s %-7s %s"
                    .formatted(
                        "unknown",
                        before.action(),
                        Text.of("journal-screen.outcome-unknown", "object", before.address())
                            .shown())));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }
}
