package dev.garrison.server.page.job;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.Run;
import java.util.List;
import java.util.Optional;

/** Pages about the journal: the writes, their users, and whether the chain is intact. */
final class JournalPages {
  private static final int MOST = 25;

  private final JobReading jobs;
  private final JournalCounts counts;

  JournalPages(JobReading jobs, JournalCounts counts) {
    this.jobs = jobs;
    this.counts = counts;
  }

  /**
   * Content of the list of journals.
   *
   * @param verdicts only on request
   */
  record Model(Frame frame, List<Listed> journals, List<ApiAnswers.Verdict> verdicts) {}

  /** Newest runs of the journal of one site, newest first. */
  record Listed(String site, int total, List<Row> runs) {}

  /**
   * One run in the list.
   *
   * @param origin the decision or job that made it; empty for a command
   * @param result in words; empty for a run that was interrupted
   */
  record Row(ApiAnswers.JournalRun run, Optional<JournalOrigin> origin, Optional<String> result) {
    /** Number of the change. */
    Optional<String> change() {
      return JournalPages.change(origin, run.change());
    }
  }

  /**
   * Content of the page of one run.
   *
   * @param origin the decision or job that made it; empty for a command
   * @param cut writes whose result is unknown
   * @param result in words; empty for a run that was interrupted
   */
  record One(
      Frame frame,
      String site,
      String name,
      Optional<Run> run,
      Optional<JournalOrigin> origin,
      List<JournalEntry.After> writes,
      List<JournalEntry.Before> cut,
      Optional<String> result) {
    /** Number of the change. */
    Optional<String> change() {
      return JournalPages.change(origin, run.flatMap(Run::changeId));
    }
  }

  /** Number of the change, which stands inside the origin that a job records. */
  private static Optional<String> change(
      Optional<JournalOrigin> origin, Optional<String> recorded) {
    return origin.isPresent() ? origin.flatMap(JournalOrigin::change) : recorded;
  }

  List<Page> pages() {
    return List.of(
        new Page(Tab.JOURNAL.path(), this::list), new Page("/journal/{site}/{run}", this::one));
  }

  private View list(PageRequest request) {
    boolean verifies = request.text("verify").isPresent();
    List<String> sites = jobs.journals();
    return new View(
        "job/journal",
        new Model(
            request.frame(),
            sites.stream().map(this::listed).toList(),
            verifies ? sites.stream().map(jobs::verdict).toList() : List.of()));
  }

  private Listed listed(String site) {
    ApiAnswers.Journal journal = jobs.journal(site, MOST);
    return new Listed(
        site,
        journal.total(),
        journal.runs().stream()
            .map(run ->
                new Row(
                    run,
                    origin(run.change(), run.run()),
                    run.ended() && !run.damaged() ? counts.of(site, run.run()) : Optional.empty()))
            .toList());
  }

  private Optional<JournalOrigin> origin(Optional<String> recorded, String run) {
    return recorded.flatMap(text -> JournalOrigin.of(text, number -> jobs.wrote(number, run)));
  }

  private View one(PageRequest request) {
    String site = request.part("site");
    String name = request.part("run");
    List<JournalEntry> entries =
        jobs.entries(site, name)
            .orElseThrow(() -> PageRequest.missing(Message.of("request.page-journal")));
    Optional<Run> run = entries.stream().flatMap(entry -> entry.run().stream()).findFirst();
    return new View(
        "job/journal-run",
        new One(
            request.frame(),
            site,
            name,
            run,
            origin(run.flatMap(Run::changeId), name),
            entries.stream().flatMap(entry -> entry.after().stream()).toList(),
            JournaledWrite.unanswered(entries),
            JournalCounts.words(entries).map(Text::shown)));
  }
}
