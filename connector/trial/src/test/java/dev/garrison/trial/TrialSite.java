package dev.garrison.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.clocks.OwnClock;
import dev.garrison.clocks.ProgramTime;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.lab.Credentials;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Operator;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.wiring.SiteSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A stand-in site with a share, sample packages and a manifest, and Garrison in this very process.
 * Each plan and each apply opens a session of its own, as each run of the program does.
 */
public final class TrialSite implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-24T21:00:00Z");
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int MOST_ROUNDS = 24;
  private static final int SETTLING = 4;
  private static final List<String> PACKAGES =
      List.of(
          "md4ws.msi",
          "install.ps1",
          "WindowsDefenderATPOnboardingScript.cmd",
          "sample-root.pem",
          "sample-onboarding-root.pem");

  private final Lab lab;
  private final Path folder;
  private final TrialShare share;
  private final TrialManifest manifest;
  private final OwnClock clock;
  private final Tempo tempo;
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
  private SiteSessions sessions;

  /**
   * @param name of a site that the lab has
   * @param folder an empty folder for everything on disk
   * @param start the time on the site's clock
   */
  public TrialSite(String name, Path folder, Instant start) {
    this(name, folder, start, TrialShare.of(folder.resolve("share")));
  }

  /** A trial whose content goes to this share. */
  public TrialSite(String name, Path folder, Instant start, TrialShare share) {
    this(name, folder, start, share, Optional.empty());
  }

  /**
   * A trial whose site lets in nobody else.
   *
   * @param credentials by Basic authentication; the manifest does not name them yet
   */
  public TrialSite(
      String name,
      Path folder,
      Instant start,
      TrialShare share,
      Optional<Credentials> credentials) {
    this(folder, start, share, credentials, options -> Lab.start(name, options));
  }

  /** A trial on a site of its own, from a file. */
  public static TrialSite of(Path site, Path folder) {
    return of(site, folder, START);
  }

  /** A trial on a site of its own, from a file, whose clock shows this time first. */
  public static TrialSite of(Path site, Path folder, Instant start) {
    return new TrialSite(
        folder,
        start,
        TrialShare.of(folder.resolve("share")),
        Optional.empty(),
        options -> Lab.start(site, options));
  }

  private TrialSite(
      Path folder,
      Instant start,
      TrialShare share,
      Optional<Credentials> credentials,
      Function<LabOptions, Lab> starting) {
    this.folder = folder;
    this.share = share;
    try {
      Files.createDirectories(folder.resolve("packages"));
      for (String sample : PACKAGES) {
        copy(sample);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lab =
        starting.apply(
            new LabOptions(start, Map.of(TrialManifest.CONTENT_SOURCE, share()), credentials));
    manifest = TrialManifest.write(folder.resolve("garrison.yaml"), lab.adminService(), share);
    clock = new OwnClock(lab.clock());
    ProgramTime.tell(lab, folder);
    tempo = new Tempo(clock, this::pause, () -> 0.5);
    sessions = sessions(Optional.empty());
  }

  private SiteSessions sessions(Optional<SecuritySupport> windows) {
    return new SiteSessions(
        new Operator("tester", "test", 1, "test"), tempo, Map.of(), _ -> Optional.empty(), windows);
  }

  /** From now on the user who runs Garrison signs in by these packages, as on Windows. */
  public void signInBy(SecuritySupport windows) {
    sessions = sessions(Optional.of(windows));
  }

  public TrialSite(String name, Path folder) {
    this(name, folder, START);
  }

  private void copy(String sample) throws IOException {
    try (InputStream stream = TrialSite.class.getResourceAsStream("/dev/garrison/demo/" + sample)) {
      Files.copy(
          Objects.requireNonNull(stream, sample), folder.resolve("packages").resolve(sample));
    }
  }

  public Lab lab() {
    return lab;
  }

  public TrialManifest manifest() {
    return manifest;
  }

  /** Of its sessions. */
  public Tempo tempo() {
    return tempo;
  }

  public Path folder() {
    return folder;
  }

  /** The content share's folder on this machine. */
  public Path share() {
    return share.folder();
  }

  /** From now on the clock of the computer that runs Garrison is so far ahead of the site's. */
  public void runAhead(Duration by) {
    clock.runAhead(by);
  }

  /** Lets the site work for a while. */
  public void pass(Duration time) {
    lab.clock().advance(time);
  }

  private void pause(Duration time) {
    meanwhile.getAndSet(() -> {}).run();
    pass(time);
  }

  /** Does this when Garrison waits the next time. */
  public void atNextPause(Runnable deed) {
    meanwhile.set(deed);
  }

  /** For a command that opens its own. */
  public Sessions sessions() {
    return sessions;
  }

  /** Opens the detection test. */
  public OpenScriptRun.Opening detection() {
    return sessions::detection;
  }

  /** Opens the connectivity test. */
  public OpenScriptRun.Opening connectivity() {
    return sessions::connectivity;
  }

  public OpenSession open() {
    return sessions.open(manifest.file(), Optional.empty());
  }

  public Plan plan() {
    try (OpenSession open = open()) {
      return open.session().plan(Allowances.NONE).plan();
    }
  }

  /** What a plan would do or waits for, as action and address. */
  public List<String> pending() {
    return plan().changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .map(change -> change.action() + " " + change.address())
        .toList();
  }

  /** A person's word about a ring, agreed to as it was shown, a minute later. */
  public void order(RingOrder order) {
    pass(Duration.ofMinutes(1));
    try (OpenSession open = open()) {
      Planned shown = open.session().order(order);
      try (WriteSession writing = open.session().write()) {
        writing.carryOutAsShown(shown, open.session().order(order), ApplyListener.silent());
      }
    }
  }

  /** One run of plan and apply: what failed, or nothing. Each run gets a minute of its own. */
  public List<Diagnostic> apply() {
    pass(Duration.ofMinutes(1));
    try (OpenSession open = open()) {
      Planned planned = open.session().plan(Allowances.NONE);
      if (!planned.plan().writes()) {
        return List.of();
      }
      try (WriteSession writing = open.session().write()) {
        Applied applied =
            writing.apply(
                open.session().stored(planned, Optional.empty(), Optional.empty()),
                ApplyListener.silent());
        return applied.report().results().values().stream()
            .filter(StepResult.Failed.class::isInstance)
            .map(result -> ((StepResult.Failed) result).diagnostic())
            .toList();
      }
    } catch (RefusalException refusal) {
      return refusal.diagnostics();
    }
  }

  /** Applies until nothing is left to do; stops at what fails, and says it. */
  public List<Diagnostic> converge() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<Diagnostic> failed = apply();
      if (!failed.isEmpty() || plan().converged()) {
        return failed;
      }
      pass(ROUND);
    }
    throw new AssertionError("still not converged after " + MOST_ROUNDS + " rounds:\n" + plan());
  }

  /** Applies a few times, for a site where something waits for longer than that. */
  public void settle() {
    for (int round = 0; round < SETTLING; round++) {
      List<Diagnostic> failed = apply();
      if (!failed.isEmpty()) {
        throw new AssertionError(failed);
      }
      pass(ROUND);
    }
  }

  /** Somebody makes a collection of these servers, limited to All Servers. */
  public void makeCollection(String name, String... servers) {
    try (RawSite raw = new RawSite(lab)) {
      String limit =
          raw.named("SMS_Collection", "Name", "All Servers").path("CollectionID").asText();
      String id =
          raw.post(
                  "SMS_Collection",
                  "{\"Name\":\"%s\",\"LimitToCollectionID\":\"%s\",\"CollectionType\":2}"
                      .formatted(name, limit))
              .path("CollectionID")
              .asText();
      for (String server : servers) {
        long device = raw.named("SMS_R_System", "Name", server).path("ResourceId").asLong();
        raw.post(
            "SMS_Collection('" + id + "')/AdminService.AddMembershipRule",
            "{\"collectionRule\":{\"@odata.type\":\"#AdminService.SMS_CollectionRuleDirect\",\"RuleName\":\"%s\",\"ResourceClassName\":\"SMS_R_System\",\"ResourceID\":%d}}"
                .formatted(server, device));
      }
      raw.post("SMS_Collection('" + id + "')/AdminService.RequestRefresh", "{}");
      pass(ROUND);
    }
  }

  /** Somebody writes another comment into a collection of ours. */
  public void loseMark(String collection) {
    try (RawSite raw = new RawSite(lab)) {
      JsonNode row = raw.named("SMS_Collection", "Name", collection);
      raw.put(
          "SMS_Collection('" + row.path("CollectionID").asText() + "')",
          "{\"Name\":\"%s\",\"LimitToCollectionID\":\"%s\",\"CollectionType\":2,\"RefreshType\":2,\"Comment\":\"mine\"}"
              .formatted(collection, row.path("LimitToCollectionID").asText()));
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
