package dev.garrison.server.page.job;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.server.reading.JobReading;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.WriteCounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Results of runs of the journal in words. A run that ended stays as it is and is read once. */
final class JournalCounts {
  private final JobReading jobs;
  private final Map<String, Text> ended = new ConcurrentHashMap<>();

  JournalCounts(JobReading jobs) {
    this.jobs = jobs;
  }

  /** Result of a run; empty for one that was interrupted, is damaged, or does not exist. */
  Optional<String> of(String site, String run) {
    String key = site + "/" + run;
    Optional<Text> known = Optional.ofNullable(ended.get(key));
    if (known.isEmpty()) {
      known = read(site, run);
      known.ifPresent(words -> ended.put(key, words));
    }
    return known.map(Text::shown);
  }

  private Optional<Text> read(String site, String run) {
    try {
      return jobs.entries(site, run).flatMap(JournalCounts::words);
    } catch (RefusalException _) {
      return Optional.empty(); // the page of the journal says that it is damaged
    }
  }

  /** Result of a run with these entries; a run that acted on servers wrote no objects. */
  static Optional<Text> words(List<JournalEntry> entries) {
    return WriteCounts.isOfDeeds(entries)
        ? entries.stream()
            .flatMap(entry -> entry.end().stream())
            .findFirst()
            .map(end ->
                Text.of(
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
