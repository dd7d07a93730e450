package dev.garrison.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobRun;
import dev.garrison.jobaccess.JobAccess;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.probe.Probe;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.report.ProbeJson;
import dev.garrison.probe.report.Redaction;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.share.access.LeastRights;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.support.BundleFile.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parts of a support bundle, and omits unreadable ones. A bundle is requested when
 * something is broken. It sends no request to a server unless a probe is requested, and creates no
 * missing files.
 */
public final class SupportReader {
  private static final int MOST_RUNS = 100;
  private static final Duration MESSAGES = Duration.ofDays(7);

  private final SupportSources sources;
  private final Instant now;
  private final Json json = new Json();
  private final List<BundleFile> pieces = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<String> heads = new HashSet<>();
  private final ObjectNode health = json.object().put("format", SupportForms.format("health"));
  private Optional<ProbeResult> probe = Optional.empty();
  private KnownNames known = new KnownNames(new SiteNames());

  public SupportReader(SupportSources sources) {
    this.sources = sources;
    this.now = sources.clock().instant();
  }

  /** Reads all parts once. */
  public SupportBundle read() throws InterruptedException {
    if (sources.probing().isPresent()) {
      part("The site", () -> probe(sources.probing().get()));
    }
    known.ofProcess(sources.operator().user(), sources.operator().host());
    add("versions.json", "program, Java and operating system", Versions.of(json, sources, now));
    Optional<Manifest> manifest = manifest();
    part("The history of jobs", this::history);
    part("The journals", this::journals);
    add("health.json", "what works, and what could not be read", health);
    part("The log", () -> logs(manifest));
    return bundle();
  }

  /** Reads one part of the bundle. */
  @FunctionalInterface
  private interface Part {
    void read() throws InterruptedException;
  }

  /** Reads one part. Damaged data may cause any exception, and the other parts are still read. */
  private void part(String what, Part part) throws InterruptedException {
    try {
      part.read();
    } catch (RuntimeException unforeseen) {
      amiss(
          "%s could not be read to the end: %s: %s."
              .formatted(what, unforeseen.getClass().getSimpleName(), unforeseen.getMessage()));
    }
  }

  private void probe(ProbeAccess.Opening opening) {
    try (ProbeAccess access = opening.open(sources.manifest())) {
      ProbeResult result =
          new Probe(access, new LeastRights(Optional.empty(), Set.of()), sources.clock()).run();
      probe = Optional.of(result);
      known = new KnownNames(result.names());
    } catch (RefusalException refusal) {
      amiss("The site was not looked at", refusal);
    }
  }

  private Optional<Manifest> manifest() {
    try {
      pieces.add(
          new BundleFile(
              "manifest.yaml",
              "the manifest without comments",
              Form.MANIFEST,
              Files.readString(sources.manifest(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      amiss("The manifest is no text that can be read: " + e.getClass().getSimpleName() + ".");
    }
    try {
      Manifest manifest =
          new ManifestReader().read(sources.manifest(), LocalDate.now(sources.clock())).manifest();
      known.of(manifest);
      return Optional.of(manifest);
    } catch (RefusalException refusal) {
      amiss(
          "The manifest has mistakes, so names that only it tells are known by their form",
          refusal);
      return Optional.empty();
    }
  }

  private StateFolder state() {
    return sources
        .state()
        .map(StateFolder::new)
        .orElseGet(() -> StateFolder.beside(sources.manifest()));
  }

  private Path service() {
    return state().path().resolve("service");
  }

  private void history() throws InterruptedException {
    if (!Files.exists(service().resolve("history.mv.db"))) {
      amiss("There is no history of jobs in this state folder: no service or job ran with it.");
      return;
    }
    try (OpenJobAccess open = sources.opening().jobs(sources.manifest(), sources.state())) {
      JobAccess jobs = open.jobs();
      health
          .put("history", "it answers")
          .put("schema", jobs.schemaVersion())
          .put("service", open.elsewhere().map(who -> "it runs: " + who).orElse("it does not run"));
      ArrayNode webhooks = health.putArray("webhooksAmiss");
      jobs.amiss(now.minus(MESSAGES))
          .forEach(each -> webhooks.add(json.tree(ApiAnswers.Amiss.of(each))));
      List<JobRun> runs = jobs.latest(Optional.empty(), MOST_RUNS);
      known.of(jobs, runs);
      runs.forEach(run -> run.journals().forEach(journal -> heads.add(journal.head())));
      add(
          "jobs.json",
          "each job with its mode, schedule, next and last run",
          json.tree(SupportForms.Jobs.of(jobs.jobs())));
      add(
          "runs.json",
          "the last %d runs and what came of them".formatted(MOST_RUNS),
          json.tree(SupportForms.Runs.of(jobs.runs(MOST_RUNS))));
      add(
          "rings.json",
          "where each ring stands and why",
          json.tree(SupportForms.Rings.of(jobs.rings())));
      add(
          "status.json",
          "how many servers are in which state",
          json.tree(SupportForms.Status.of(jobs.status())));
      logTails(logFolder(Optional.of(open.manifest())));
      known.seen(jobs, pieces.stream().map(BundleFile::text).toList());
    } catch (RefusalException refusal) {
      health.put("history", "it cannot be used");
      amiss("The history of jobs cannot be read", refusal);
    }
  }

  private void journals() {
    List<SupportForms.Journal> journals = new ArrayList<>();
    try {
      for (String site : state().sites()) {
        JournalFolder folder = new JournalFolder(json, state(), site);
        JournalFolder.Verdict verdict = folder.verify();
        heads.add(verdict.head());
        journals.add(SupportForms.Journal.of(site, verdict));
      }
    } catch (RefusalException refusal) {
      amiss("Journals could not be read", refusal);
    }
    add(
        "journal.json",
        "the head of each journal, and whether its chain is whole",
        json.tree(SupportForms.Journals.of(journals)));
  }

  /** The log folder that the service recorded, or the configured or default one. */
  private Path logFolder(Optional<Manifest> manifest) {
    Path noted = service().resolve("service.log-folder");
    try {
      if (Files.exists(noted)) {
        return Path.of(Files.readString(noted, StandardCharsets.UTF_8).strip());
      }
    } catch (IOException | InvalidPathException e) {
      amiss("Where the log is could not be read: " + e.getClass().getSimpleName() + ".");
    }
    return manifest
        .flatMap(each -> each.server().logFolder())
        .orElseGet(() -> service().resolve("log"));
  }

  /** Reads the logs if they were not read with the history. */
  private void logs(Optional<Manifest> manifest) {
    if (pieces.stream().noneMatch(piece -> piece.form() == Form.CMTRACE)) {
      logTails(logFolder(manifest));
    }
  }

  private void logTails(Path folder) {
    logTail(
        folder.resolve("garrison.jsonl"),
        "the end of the log, an event in each line",
        Form.JSON_LINES);
    logTail(folder.resolve("garrison.log"), "the same for CMTrace", Form.CMTRACE);
  }

  private void logTail(Path file, String what, Form form) {
    if (!Files.exists(file)) {
      amiss("There is no log file " + file.getFileName() + ".");
      return;
    }
    try {
      pieces.add(new BundleFile("log/" + file.getFileName(), what, form, LogTail.of(file)));
    } catch (IOException e) {
      amiss(
          "The log file %s cannot be read: %s."
              .formatted(file.getFileName(), e.getClass().getSimpleName()));
    }
  }

  private void add(String name, String what, ObjectNode content) {
    pieces.add(new BundleFile(name, what, Form.JSON, json.canonical(content)));
  }

  private void amiss(String what, RefusalException refusal) {
    refusal.diagnostics().forEach(each -> amiss("%s: %s".formatted(what, each)));
  }

  private void amiss(String remark) {
    remarks.add(remark);
  }

  private SupportBundle bundle() {
    Redaction redaction = new Redaction(known.names());
    Pseudonyms pseudonyms = new Pseudonyms(redaction, heads, json);
    List<SupportBundle.File> files = new ArrayList<>();
    for (BundleFile piece : pieces) {
      files.add(new SupportBundle.File(piece.name(), piece.what(), pseudonyms.of(piece)));
    }
    probe
        .map(
            result -> new ProbeJson(json, sources.operator().version()).redacted(result, redaction))
        .ifPresent(text ->
            files.add(
                new SupportBundle.File(
                    "probe.json", "what 'garrison probe --report' writes", text)));
    return SupportReadme.before(
        files, remarks.stream().map(pseudonyms::text).toList(), pseudonyms.counts(known.names()));
  }
}
