package dev.garrison.evidence;

import dev.garrison.evidence.AuditedRun.Write;
import dev.garrison.evidence.Evidence.Chain;
import dev.garrison.json.Json;
import dev.garrison.manifest.Exemption;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.JournaledWrite;
import dev.garrison.state.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a site's journals for a period. Changes nothing, and creates no folder. */
public final class EvidenceReader {
  private final JournalFolder journals;
  private final Period period;
  private final Json json;

  /**
   * @param json reads the states in the journals
   */
  public EvidenceReader(JournalFolder journals, Period period, Json json) {
    this.journals = journals;
    this.period = period;
    this.json = json;
  }

  /** Runs of a manifest, oldest first. */
  public List<AuditedRun> runs(String manifest) {
    List<AuditedRun> runs = new ArrayList<>();
    for (String name : journals.runs()) {
      List<JournalEntry> entries = journals.entries(name);
      entries.stream()
          .flatMap(entry -> entry.run().stream())
          .findFirst()
          .filter(run -> run.manifest().equals(manifest) && period.contains(run.at()))
          .ifPresent(run -> runs.add(audited(run, entries)));
    }
    return runs;
  }

  private AuditedRun audited(Run run, List<JournalEntry> entries) {
    Map<String, Write> told = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      entry.after().ifPresent(after -> told.put(key(entry, after), write(after)));
    }
    List<Write> writes = new ArrayList<>(told.values());
    JournaledWrite.unanswered(entries)
        .forEach(before -> writes.add(new Write(before.action(), before.address(), "unknown")));
    return new AuditedRun(
        run.run(),
        run.at(),
        run.osUser(),
        run.host(),
        run.identity(),
        run.changeId(),
        run.manifestDigest(),
        run.planDigest(),
        writes,
        new HandedOver(json).in(JournaledWrite.of(entries)),
        entries.stream().anyMatch(entry -> entry.end().isPresent()));
  }

  private static Write write(After after) {
    return new Write(after.action(), after.address(), after.result());
  }

  /**
   * Key of a result. The second line of a deed has its later result, and replaces the first one.
   */
  private static String key(JournalEntry entry, After after) {
    return after.seen().isDeed()
        ? after.action() + " " + after.address()
        : String.valueOf(entry.sequence());
  }

  /** Exceptions that were valid on some day of the period. */
  public List<LeftOut> exceptions(List<Exemption> all, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, period.zone());
    return all.stream()
        .filter(exception -> period.reachedBy(exception.until()))
        .map(exception -> new LeftOut(exception, exception.expiredOn(today)))
        .toList();
  }

  /** Checks the complete chain, regardless of the period, because a gap before it counts too. */
  public Chain chain() {
    Verdict verdict = journals.verify();
    return new Chain(verdict.runs(), verdict.entries(), verdict.head(), verdict.problems());
  }
}
