package dev.garrison.cli.service;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.history.Outbox;
import dev.garrison.history.StandingHistory.Count;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobRun;
import dev.garrison.job.RunSummary;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.job.JobSection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs and their runs, for the screen. */
final class JobView {
  private static final int JOB = 16;
  private static final int WORD = 11;

  private final ZoneId zone;

  JobView(ZoneId zone) {
    this.zone = zone;
  }

  /** List with one line for each job, notes, and the webhooks that do not accept messages. */
  String list(List<JobLine> jobs, List<Outbox.Tally> amiss) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Text.of("job-list.job").shown(),
            Text.of("job-list.mode").shown(),
            Text.of("job-list.schedule").shown(),
            Text.of("job-list.next").shown(),
            Text.of("job-list.last").shown()));
    for (JobLine job : jobs) {
      rows.add(
          List.of(
              job.kind().word(),
              job.mode().word(),
              job.section()
                  .map(section -> section.rhythm().words())
                  .orElseGet(() -> Text.of("job-list.none").shown()),
              job.mode() == JobMode.PAUSED ? "-" : job.next().map(this::time).orElse("-"),
              job.last().map(this::last).orElseGet(() -> Text.of("job-list.never").shown())));
    }
    List<String> lines = new ArrayList<>(columns(rows));
    lines.add("");
    lines.add(Text.of("job-list.note", "zone", zone).shown());
    amiss.forEach(tally -> lines.add(JobWords.amiss(tally)));
    return String.join(System.lineSeparator(), lines);
  }

  /** Pads each column to the width of its longest entry and two blanks. */
  private static List<String> columns(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int at = 0; at < columns; at++) {
        widths[at] = Math.max(widths[at], Cells.of(row.get(at)) + 2);
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int at = 0; at < columns; at++) {
        line.append(ScreenText.padded(row.get(at), widths[at]));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String last(JobRun run) {
    return Text.of(
            "job-list.run",
            "run",
            String.valueOf(run.id()),
            "time",
            time(run.started()),
            "outcome",
            run.outcomeWord())
        .shown();
  }

  /** List of runs, newest first. */
  String history(List<JobRun> runs) {
    if (runs.isEmpty()) {
      return Text.of("job-history.none").shown();
    }
    List<String> lines = new ArrayList<>();
    for (JobRun run : runs) {
      lines.add(
          "%s%-6d%s  %s%s%s"
              .formatted(
                  run.planKept() ? "* " : "  ",
                  run.id(),
                  time(run.started()),
                  ScreenText.padded(run.job().word(), JOB),
                  ScreenText.padded(run.outcomeWord(), WORD + 2),
                  ScreenText.text(RecordedText.shown(run.summary()))));
    }
    if (runs.stream().anyMatch(JobRun::planKept)) {
      lines.add("");
      lines.add(Text.of("job-history.plans").shown());
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** One run with all details that are kept. */
  String run(JobRun run) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ScreenText.text(
            Text.of(
                    run.summary().isEmpty() ? "job-show.head" : "job-show.head-summary",
                    "run",
                    String.valueOf(run.id()),
                    "job",
                    run.job().word(),
                    "outcome",
                    run.outcomeWord(),
                    "summary",
                    sentence(run.summary()))
                .shown()));
    for (Finding finding : run.findings()) {
      lines.add(
          ScreenText.text(
              "%s  %s %s [%s]"
                  .formatted(
                      severity(finding.severity()),
                      RecordedText.shown(finding.problem()),
                      RecordedText.shown(finding.remedy()),
                      finding.code())));
    }
    for (JournalRun journal : run.journals()) {
      lines.add(
          Text.of(
                  "job-show.journal",
                  "run",
                  journal.run(),
                  "head",
                  journal.head().substring(0, Math.min(12, journal.head().length())))
              .shown());
    }
    if (run.mode() == JobMode.PLAN_ONLY && run.job().canWrite()) {
      lines.add(Text.of("job-show.plan-only", "job", run.job().word()).shown());
    }
    if (run.planKept()) {
      lines.add(
          Text.of("job-show.next", "run", String.valueOf(run.id()), "part", run.job().part())
              .shown());
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** States of one server, latest first. */
  String stays(String server, List<Stay> stays) {
    if (stays.isEmpty()) {
      return ScreenText.text(Text.of("job-server.none", "server", server).shown());
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Text.of("job-server.since").shown(),
            Text.of("job-server.until").shown(),
            Text.of("job-server.ring").shown(),
            Text.of("job-server.system").shown(),
            Text.of("job-server.state").shown()));
    for (Stay stay : stays) {
      rows.add(
          List.of(
              time(stay.since()),
              stay.until().map(this::time).orElseGet(() -> Text.of("job-server.now").shown()),
              ScreenText.text(stay.ring()),
              ScreenText.text(stay.system()),
              stay.state()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(ScreenText.text(stays.getFirst().server()));
    columns(rows).forEach(line -> lines.add("  " + line));
    lines.add("");
    lines.add(Text.of("job-server.note", "zone", zone).shown());
    return String.join(System.lineSeparator(), lines);
  }

  /** Number of servers by ring, system and state, oldest observation first. */
  String counts(List<Count> counts) {
    if (counts.isEmpty()) {
      return Text.of("job-counts.none").shown();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            Text.of("job-counts.seen").shown(),
            Text.of("job-server.ring").shown(),
            Text.of("job-server.system").shown(),
            Text.of("job-server.state").shown(),
            Text.of("job-counts.servers").shown()));
    for (Count count : counts) {
      rows.add(
          List.of(
              time(count.at()),
              ScreenText.text(count.ring()),
              ScreenText.text(count.system()),
              count.state(),
              String.valueOf(count.servers())));
    }
    List<String> lines = new ArrayList<>(columns(rows));
    lines.add("");
    lines.add(Text.of("job-counts.note", "zone", zone).shown());
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * Service output for one run: a line for the run, and one for each of its journals.
   *
   * <p>The head of a journal must be kept in another place than the journal (F43).
   */
  String ended(JobRun run) {
    String time = time(run.ended().orElse(run.started()));
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s%s%s"
            .formatted(
                time,
                ScreenText.padded(run.job().word(), JOB),
                ScreenText.padded(run.outcomeWord(), WORD + 2),
                RecordedText.shown(run.summary())));
    run.journals()
        .forEach(journal ->
            lines.add(
                time
                    + "  "
                    + ScreenText.padded(run.job().word(), JOB)
                    + Text.of("job-ended.journal", "run", journal.run(), "head", journal.head())
                        .shown()));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static String severity(String word) {
    return switch (word) {
      case "error" -> Text.of("job-show.error").shown();
      case "warning" -> Text.of("job-show.warning").shown();
      default -> word; // of a later version
    };
  }

  private static String sentence(String summary) {
    String sentence = RunSummary.sentence(summary);
    return sentence.isEmpty()
        ? ""
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** Time to the minute, in the schedule's time zone. */
  String time(Instant time) {
    return new TerminalTime(zone).plain(time);
  }

  /**
   * Facts about one job in the list.
   *
   * @param section the job's schedule; empty if the manifest has none
   */
  record JobLine(
      JobKind kind,
      JobMode mode,
      Optional<JobSection> section,
      Optional<Instant> next,
      Optional<JobRun> last) {}
}
