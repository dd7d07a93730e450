package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.Run;
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
    verdict.problems().forEach(problem -> lines.add("  FAIL  " + problem));
    verdict
        .torn()
        .forEach(run -> lines.add("  note  the last line of run " + run + " was cut off"));
    verdict
        .unknown()
        .forEach(part ->
            lines.add(
                "  note  " + part + ", which a later version of Garrison wrote, is not known"));
    if (!fits) {
      lines.add(
          "  FAIL  the head is not the expected one: entries are missing, or this is another journal");
    }
    String head = verdict.head().isEmpty() ? "none" : verdict.head();
    boolean whole = verdict.problems().isEmpty() && fits;
    lines.add(
        "%s site %s, %d runs, %d entries, head %s"
            .formatted(
                whole ? "Whole:" : "NOT whole:",
                siteCode,
                verdict.runs(),
                verdict.entries(),
                head));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  /** One run on one line. */
  public static String summary(String name, List<JournalEntry> entries) {
    Optional<Run> run = entries.stream().flatMap(entry -> entry.run().stream()).findFirst();
    String who =
        run.map(r ->
                "%s on %s, site %s, %s".formatted(r.osUser(), r.host(), r.site(), r.manifest()))
            .orElse("?");
    String change = run.flatMap(Run::changeId).map(id -> ", change " + id).orElse("");
    String end =
        entries.stream()
            .flatMap(entry -> entry.end().stream())
            .map(e ->
                "%d in place, %d failed, %d waiting".formatted(e.done(), e.failed(), e.waiting()))
            .findFirst()
            .orElse(cutOff(JournaledWrite.unanswered(entries).size()));
    return ScreenText.text("%s  %s%s: %s".formatted(name, who, change, end));
  }

  private static String cutOff(int unknown) {
    return unknown == 0 ? "cut off" : "cut off, writes with unknown outcome: %d".formatted(unknown);
  }

  /** Every write of a run; one whose outcome is unknown comes last. */
  public static String render(List<JournalEntry> entries, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    for (JournalEntry entry : entries) {
      entry
          .run()
          .ifPresent(run ->
              lines.add(
                  "%s by %s on %s as %s, manifest %s (%s)"
                      .formatted(
                          time.second(run.at()),
                          run.osUser(),
                          run.host(),
                          run.identity(),
                          run.manifest(),
                          shortened(run.manifestDigest()))));
      entry
          .after()
          .ifPresent(after ->
              lines.add(
                  "  %-8s %-7s %s%s"
                      .formatted(
                          after.result(),
                          after.action(),
                          after.address(),
                          after.detail().isEmpty() ? "" : ": " + after.detail())));
      entry
          .end()
          .ifPresent(end ->
              lines.add(
                  "Ended: %d in place, %d failed, %d waiting"
                      .formatted(end.done(), end.failed(), end.waiting())));
    }
    JournaledWrite.unanswered(entries)
        .forEach(before ->
            lines.add(
                "  %-8s %-7s %s: outcome unknown, the run was cut in the middle of this write"
                    .formatted("unknown", before.action(), before.address())));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHORT_DIGEST, digest.length()));
  }
}
