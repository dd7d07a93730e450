package dev.garrison.server.page;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.RunHistory;
import dev.garrison.job.JobRun;
import dev.garrison.server.page.SearchPage.Hit;
import dev.garrison.server.page.SearchPage.Kind;
import dev.garrison.server.page.frame.Links;
import dev.garrison.server.page.frame.PageText;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Search in the plans that wait for approval, and in the newest runs of the journals. */
final class RecordSearch {
  /** Newest runs of a journal whose summaries are searched. */
  private static final int RUNS = 200;

  /** Newest runs of a journal whose writes are searched. */
  private static final int READ = 25;

  private final RunHistory runs;
  private final Map<String, JournalFolder> journals;

  RecordSearch(RunHistory runs, Map<String, JournalFolder> journals) {
    this.runs = runs;
    this.journals = Collections.unmodifiableMap(new LinkedHashMap<>(journals));
  }

  /** Runs of the journals by name, user, or change. */
  Kind journalRuns(Predicate<String> matches) {
    List<Hit> hits = new ArrayList<>();
    journals.forEach((name, folder) ->
        folder.newest(RUNS).runs().stream()
            .filter(run -> words(run).anyMatch(matches))
            .map(run ->
                new Hit(
                    run.name(),
                    run.run().flatMap(Run::changeId).map(PageText::recorded).orElse(name),
                    address(name, run.name())))
            .forEach(hits::add));
    return Kind.of(Tab.JOURNAL.title(), hits, Tab.JOURNAL.path());
  }

  private static Stream<String> words(JournalFolder.Summary run) {
    return Stream.concat(
        Stream.of(run.name()),
        run.run().stream()
            .flatMap(each -> Stream.concat(Stream.of(each.osUser()), each.changeId().stream())));
  }

  private static String address(String journal, String run) {
    return Links.below("/journal/" + journal, run);
  }

  /** Objects of plans, and those that the journals have, each at its latest place. */
  Kind objects(Predicate<String> matches) {
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (JobRun run : runs.planned()) {
      runs.kept(run.id()).stream()
          .flatMap(stored -> stored.plan().changes().stream())
          .filter(change -> change.action().writes())
          .map(change -> change.address().toString())
          .filter(object -> matches.test(name(object)))
          .forEach(object ->
              hits.putIfAbsent(
                  object,
                  hit(
                      object,
                      "page.search.in-plan",
                      String.valueOf(run.id()),
                      "/runs/%d/plan".formatted(run.id()))));
    }
    journals.forEach((name, folder) -> {
      for (JournalFolder.Summary run : folder.newest(READ).runs()) {
        written(folder, run.name()).stream()
            .map(JournalEntry.After::address)
            .filter(object -> matches.test(name(object)))
            .forEach(object ->
                hits.putIfAbsent(
                    object,
                    hit(object, "page.search.in-journal", run.name(), address(name, run.name()))));
      }
    });
    return Kind.of(t("page.search.objects"), List.copyOf(hits.values()), Tab.JOURNAL.path());
  }

  private static List<JournalEntry.After> written(JournalFolder folder, String run) {
    try {
      return folder.entries(run).stream().flatMap(entry -> entry.after().stream()).toList();
    } catch (RefusalException _) {
      // The page of the run says what cannot be read.
      return List.of();
    }
  }

  private static Hit hit(String object, String key, String run, String link) {
    return new Hit(
        name(object), t(key, "kind", object.substring(0, object.indexOf('/')), "run", run), link);
  }

  /** Name of an object, from its address. */
  private static String name(String object) {
    return object.substring(object.indexOf('/') + 1);
  }
}
