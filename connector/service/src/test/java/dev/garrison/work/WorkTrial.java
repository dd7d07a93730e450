package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobMode;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.session.Operator;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.state.StateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** One run of a job on a site in memory: each test says what is different. */
abstract class WorkTrial {
  static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final String ALL_KINDS = "[prepare, halt, deploy]";

  @TempDir Path folder;
  final SiteInMemory site = new SiteInMemory();
  Instant now = NOW;
  JobMode meanwhile = JobMode.ENABLED;
  boolean stopping;

  /** A manifest with these lines at its end. */
  static String text(String more) {
    return """
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
    %s
    """
        .formatted(more);
  }

  static Manifest manifest(String more) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text(more).getBytes(StandardCharsets.UTF_8),
            LocalDate.ofInstant(NOW, ZoneOffset.UTC))
        .manifest();
  }

  /** A manifest that lets a job make these kinds of change. */
  static Manifest letting(JobKind job, String kinds) {
    return letting(job, kinds, "");
  }

  static Manifest letting(JobKind job, String kinds, String more) {
    return manifest(
        "jobs:\n  schedules:\n    - {job: %s, every: 6h, autoApply: %s%s}\n"
            .formatted(job.word(), kinds, more));
  }

  final JobTask task(JobKind job, JobMode begun, Manifest manifest) {
    return new JobTask(
        job, manifest, 7, begun, () -> meanwhile, BERLIN, () -> now, this::requireGoingOn);
  }

  /** The rollout, enabled, that makes everything it may. */
  final JobTask rollout() {
    return task(JobKind.ROLLOUT, JobMode.ENABLED, letting(JobKind.ROLLOUT, ALL_KINDS));
  }

  private void requireGoingOn() {
    if (stopping) {
      throw new RefusalException(
          Diagnostic.error(JobCode.JOB_STOPPED, "The service was stopped.", "Nothing."));
    }
  }

  final Session session() {
    return new Session(
        site,
        site.types(),
        new StateFolder(folder.resolve("state")),
        new Operator("svc", "adm01", 42, "0.1.0"),
        clock());
  }

  final Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }

  final OpenSession open() {
    return new OpenSession(session(), Optional::empty, List::of, () -> site.closed++);
  }
}
