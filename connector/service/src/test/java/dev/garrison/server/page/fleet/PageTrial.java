package dev.garrison.server.page.fleet;

import dev.garrison.fleet.ServerState;
import dev.garrison.history.History;
import dev.garrison.history.HistoryDatabase;
import dev.garrison.history.ServiceFolder;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.login.Role;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.HeaderFacts;
import dev.garrison.server.page.frame.Moment;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.View;
import dev.garrison.state.StateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Content of a page about a manifest of two rings, from a history of its own. */
public abstract class PageTrial {
  protected static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String MANIFEST =
      """
      apiVersion: garrison.dev/v1
      name: small
      site:
        code: PS1
        providers: [https://cm01.contoso.example/AdminService]
      content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
      tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
      packages:
        installer: packages/md4ws.msi
        installScript: packages/install.ps1
        platformUpdate: packages/UpdatePlatform.exe
        onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
      sampleSharing: none
      limitingCollection: All Windows Servers
      distribution: {groups: [All DPs]}
      rings:
        - name: pilot
          maxDevices: 50
          deadline: "+3d 22:00"
          antivirus: active
          collections: [Pilot servers]
        - name: broad
          maxDevices: 50
          deadline: "+3d 22:00"
          antivirus: active
          collections: [Production servers]
      """;

  @TempDir private Path folder;
  private HistoryDatabase database;
  protected History history;
  protected final Manifest manifest =
      new ManifestReader()
          .read(
              "garrison.yaml",
              Path.of("/srv"),
              MANIFEST.getBytes(StandardCharsets.UTF_8),
              LocalDate.ofInstant(NOW, ZoneOffset.UTC))
          .manifest();

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    history = new History(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  protected static Seen seen(
      String ring, long device, String server, ServerState state, String why) {
    return new Seen(ring, device, server, "Windows Server 2022", state, why);
  }

  /** A check of all servers by the job 'status'. */
  protected final long check(Instant at, Seen... servers) {
    long run = begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "the service", at);
    history.standings().keep(run, at, sink -> List.of(servers).forEach(sink));
    end(run, JobKind.STATUS, at, List.of());
    return run;
  }

  protected final long begin(JobKind job, JobRun.Reason reason, String who, Instant at) {
    return history.runs().begin(job, reason, who, JobMode.ENABLED, at);
  }

  protected final void end(long run, JobKind job, Instant at, List<Sighting> sightings) {
    history
        .runs()
        .end(
            run,
            job,
            new JobReport(
                JobOutcome.DONE, "", List.of(), Optional.empty(), List.of(), false, sightings),
            at);
  }

  /** A run of the job 'rollout' that put these objects in place. */
  protected final long change(JobRun.Reason reason, String who, Instant at, Sighting... sightings) {
    long run = begin(JobKind.ROLLOUT, reason, who, at);
    end(run, JobKind.ROLLOUT, at, List.of(sightings));
    return run;
  }

  protected static Object model(
      Page page, Map<String, String> path, Map<String, List<String>> query) {
    return view(page, path, query).model();
  }

  protected static View view(Page page, Map<String, String> path, Map<String, List<String>> query) {
    Frame frame =
        new Frame(
            "small",
            "PS1",
            false,
            HeaderFacts.NONE,
            "test",
            "somebody",
            Role.VIEWER,
            "",
            Optional.empty(),
            new Moment(NOW, ZoneOffset.UTC),
            0,
            "/");
    return page.show().apply(new PageRequest(frame, path, query));
  }
}
