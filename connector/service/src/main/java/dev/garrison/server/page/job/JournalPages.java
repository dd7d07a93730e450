package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.language.Message;
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

  JournalPages(JobReading jobs) {
    this.jobs = jobs;
  }

  /**
   * Content of the list of journals.
   *
   * @param verdicts only on request
   */
  record Model(Frame frame, List<ApiAnswers.Journal> journals, List<ApiAnswers.Verdict> verdicts) {}

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
      return origin.isPresent()
          ? origin.flatMap(JournalOrigin::change)
          : run.flatMap(Run::changeId);
    }
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
            sites.stream().map(site -> jobs.journal(site, MOST)).toList(),
            verifies ? sites.stream().map(jobs::verdict).toList() : List.of()));
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
            run.flatMap(Run::changeId)
                .flatMap(text -> JournalOrigin.of(text, number -> jobs.wrote(number, name))),
            entries.stream().flatMap(entry -> entry.after().stream()).toList(),
            JournaledWrite.unanswered(entries),
            result(entries)));
  }

  private static Optional<String> result(List<JournalEntry> entries) {
    return WriteCounts.isOfDeeds(entries)
        ? entries.stream()
            .flatMap(entry -> entry.end().stream())
            .findFirst()
            .map(end ->
                t(
                    "page.journal-run.result",
                    "done",
                    end.done(),
                    "failed",
                    end.failed(),
                    "waiting",
                    end.waiting()))
        : WriteCounts.of(entries).map(WriteCounts::words);
  }
}
