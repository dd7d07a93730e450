package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Simulates a deployment on devices. A device fetches policy, waits for the deadline, a maintenance
 * window, and content, then installs, restarts, and detects. The clock drives everything.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "Devices fetch policy hourly, wait for the deadline and a maintenance window that is long enough, and install.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/intune/configmgr/core/clients/deploy/about-client-settings",
    says =
        "Clients evaluate deployments again every 7 days unless a client setting has"
            + " another interval.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "Exit code 0 without detection is 0x87D00324, content on no distribution point"
            + " 0x87D01107, any other exit code is reported unchanged.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "microsoft/configmgr-hub and public scripts",
    says = "EnforcementState is of the 1000 series.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, create applications: dependencies",
    says =
        "Clients evaluate dependencies only while they install an application that"
            + " depends on them, and install the dependencies first: 2006 and 2007 meanwhile,"
            + " 5004 and 5005 when that fails.")
final class Enforcement {
  private static final int MOST_WAITS = 12;
  private static final int MOST_RETRIES = 3;
  private static final Duration CONTENT_RETRY = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofHours(2);
  private static final Duration RESTART = Duration.ofMinutes(30);
  private static final Duration EVALUATION = Duration.ofDays(7);
  private static final Duration AWAKE = Duration.ofMinutes(1);

  private final Timeline timeline;
  private final Fleet fleet;
  private final Installations installer;
  private final Dependencies dependencies;
  private final Applications applications;
  private final Distribution distribution;
  private final Assignments assignments;
  private final Runs runs;
  private final Polling polling;
  private final Inventory inventory;
  private final Holdings holdings;

  Enforcement(World world, Assignments assignments, Runs runs, Installations installer) {
    this.timeline = world.timeline();
    this.fleet = world.fleet();
    this.installer = installer;
    this.dependencies = new Dependencies(world.applications());
    this.applications = world.applications();
    this.distribution = world.distribution();
    this.assignments = assignments;
    this.runs = runs;
    this.polling = world.polling();
    this.inventory = world.inventory();
    this.holdings = new Holdings(world.applications(), assignments);
  }

  /** Updates the targets of a deployment; each new device hears of it at its next poll. */
  void target(Assignment assignment, BitSet members) {
    for (int device : runs.of(assignment.id()).keySet()) {
      if (!members.get(device)) {
        runs.leave(assignment.id(), device);
        fetchInTurn(device);
      }
    }
    members.stream()
        .filter(device -> !runs.targets(assignment.id(), device))
        .forEach(device -> {
          runs.target(assignment.id(), device, Run.unknown(timeline.now()));
          Set<Long> together = targeting(device);
          together.addAll(holdings.of(device));
          holdings.notice(fleet.at(device).name(), together);
          fetchInTurn(device);
        });
  }

  private Set<Long> targeting(int device) {
    return assignments.all().stream()
        .filter(Assignment::enabled)
        .map(Assignment::id)
        .filter(id -> runs.targets(id, device))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void fetchInTurn(int device) {
    if (fleet.at(device).clientVersion().isPresent()) {
      timeline.at(polling.policy(device, timeline.now()), () -> fetch(device));
    }
  }

  /** Lets clients learn at their next poll that a deployment is disabled or deleted. */
  void withdraw(long id) {
    runs.of(id).keySet().forEach(this::fetchInTurn);
  }

  /** Gives the policy again to devices that are not done, at their next poll. */
  void resume(Assignment assignment) {
    runs.of(assignment.id())
        .forEach((device, run) -> {
          if (run.statusType() != 1) {
            runs.put(assignment.id(), device, run.to(Run.UNKNOWN, timeline.now()));
            fetchInTurn(device);
          }
        });
  }

  /** Lets a device that is on fetch policy now. */
  void fetchNow(int device) {
    if (polling.isOn(device)) {
      polling.requested(device, timeline.now());
      fetch(device);
    }
  }

  /**
   * Fetches policy: drops deployments that no longer target the device, and takes those that do.
   */
  private void fetch(int device) {
    if (!polling.isOn(device)) {
      return;
    }
    Set<Long> targeting = targeting(device);
    for (long id : holdings.of(device)) {
      if (!targeting.contains(id)) {
        holdings.drop(device, id);
        runs.forget(id, device);
      }
    }
    targeting.forEach(id -> {
      holdings.take(device, id);
      policy(id, device);
    });
    holdings.notice(fleet.at(device).name(), holdings.of(device));
  }

  /** Turns a device on: it acts on the policy that it has, and only then requests policy. */
  void turnOn(int device) {
    for (long id : holdings.of(device)) {
      Optional<Instant> deadline = assignments.find(id).flatMap(Assignment::deadline);
      if (deadline.filter(time -> !time.isAfter(timeline.now())).isPresent()) {
        enforce(id, device);
      }
    }
    timeline.after(AWAKE, () -> fetchNow(device));
    inventory.follows(device);
  }

  /** Gives a device the deadline of a deployment. */
  private void policy(long id, int device) {
    Optional<Run> run = runs.find(id, device).filter(_ -> !fleet.at(device).joined());
    Optional<Assignment> assignment =
        assignments.find(id).filter(Assignment::enabled).filter(found -> !found.uninstalls());
    if (run.isEmpty() || assignment.isEmpty() || run.get().state() != Run.UNKNOWN) {
      return;
    }
    Optional<Instant> deadline = assignment.get().deadline();
    runs.put(id, device, run.get().to(Run.WAITING_FOR_SCHEDULE, timeline.now()));
    deadline.ifPresent(time -> timeline.at(time, () -> enforce(id, device)));
  }

  /** Evaluates a deployment again if it failed, or if it succeeded with an older revision. */
  void evaluate(long id, int device) {
    runs.find(id, device)
        .filter(run -> run.statusType() == 5 || run.statusType() == 3 || isOutdated(id, device))
        .ifPresent(run -> enforce(id, device));
  }

  /** Lets devices that succeeded evaluate a new revision at their next evaluation. */
  void revised(String modelName) {
    assignments.all().stream()
        .filter(assignment -> assignment.modelName().equals(modelName))
        .map(Assignment::id)
        .forEach(id ->
            runs.of(id)
                .forEach((device, run) -> {
                  if (run.statusType() == 1) {
                    timeline.after(EVALUATION, () -> evaluate(id, device));
                  }
                }));
  }

  private boolean isOutdated(long id, int device) {
    return runs.find(id, device).filter(run -> run.statusType() == 1).isPresent()
        && assignments
            .find(id)
            .flatMap(assignment -> kind(assignment, fleet.at(device)))
            .filter(kind -> presence(kind, device) == Verdict.NO)
            .isPresent();
  }

  /**
   * Sets a status. A failure or an unmet requirement is evaluated again after a week, unless the
   * status changes.
   */
  private void put(long id, int device, Run run) {
    runs.put(id, device, run);
    if (run.statusType() == 5 || run.statusType() == 3) {
      timeline.after(
          EVALUATION,
          () -> runs.find(id, device).filter(run::equals).ifPresent(_ -> evaluate(id, device)));
    }
  }

  List<String> meetings() {
    return holdings.meetings();
  }

  private void enforce(long id, int device) {
    boolean acts = polling.isOn(device) && holdings.holds(device, id) && !fleet.at(device).joined();
    Optional<Assignment> assignment = assignments.find(id).filter(_ -> acts);
    Optional<Run> run = runs.find(id, device);
    if (assignment.isEmpty() || run.isEmpty()) {
      return;
    }
    Optional<Digest.Kind> kind = kind(assignment.get(), fleet.at(device));
    if (kind.isEmpty()) {
      put(id, device, run.get().to(Run.REQUIREMENTS_NOT_MET, timeline.now()));
    } else if (isUndecided(kind.get(), device)) {
      put(id, device, run.get().to(Run.UNKNOWN, timeline.now()));
    } else if (presence(kind.get(), device) == Verdict.YES) {
      int state = run.get().attempts() == 0 ? Run.ALREADY_COMPLIANT : Run.SUCCESS;
      put(id, device, run.get().to(state, timeline.now()));
    } else if (mayInstallNow(assignment.get(), device, run.get(), kind.get())) {
      prepare(id, device, run.get(), kind.get());
    }
  }

  private Verdict presence(Digest.Kind kind, int device) {
    return kind.detection().in(installer.registry(fleet.at(device)));
  }

  /** Whether a real client could decide a condition that this one cannot decide. */
  private boolean isUndecided(Digest.Kind kind, int device) {
    return kind.requirements().fit(fleet.at(device).os()) == Verdict.UNKNOWN
        || presence(kind, device) == Verdict.UNKNOWN;
  }

  private Optional<Digest.Kind> kind(Assignment assignment, Device device) {
    return applications.find(assignment.modelName()).map(Application::latest).stream()
        .flatMap(revision -> revision.digest().kinds().stream())
        .filter(kind -> kind.requirements().fit(device.os()) != Verdict.NO)
        .findFirst();
  }

  private boolean mayInstallNow(Assignment assignment, int device, Run run, Digest.Kind kind) {
    Duration needed = Duration.ofMinutes(kind.minutes());
    var windows = fleet.at(device).generalWindows();
    if (assignment.overridesWindows() || windows.isEmpty()) {
      return true;
    }
    Optional<Instant> opens =
        windows.stream()
            .filter(window -> window.fits(needed))
            .map(window -> window.next(timeline.now(), needed))
            .min(Instant::compareTo);
    if (opens.equals(Optional.of(timeline.now()))) {
      return true;
    }
    put(assignment.id(), device, run.to(Run.WAITING_FOR_WINDOW, timeline.now()));
    opens.ifPresent(time -> timeline.at(time, () -> enforce(assignment.id(), device)));
    return false;
  }

  /** Installs a missing dependency first, and then evaluates everything again. */
  private void prepare(long id, int device, Run run, Digest.Kind kind) {
    Optional<Dependencies.Lack> lack =
        dependencies.lack(kind, installer.registry(fleet.at(device)));
    if (lack.isEmpty()) {
      fetch(id, device, run, kind);
    } else if (isUndecided(lack.get().kind(), device)) {
      put(id, device, run.to(Run.UNKNOWN, timeline.now()));
    } else if (!lack.get().automatic()) {
      put(id, device, run.failed(Run.DEPENDENCY_FAILED, Run.NOT_DETECTED, timeline.now()));
    } else if (lack.get().kind().content().isEmpty() || folder(lack.get()).isPresent()) {
      put(id, device, run.to(Run.INSTALLING_DEPENDENCY, timeline.now()));
      int minutes = installer.minutes(lack.get().kind(), folder(lack.get()), fleet.at(device));
      timeline.after(Duration.ofMinutes(minutes), () -> finishDependency(id, device, lack.get()));
    } else if (run.waits() < MOST_WAITS) {
      put(id, device, run.waited().to(Run.DOWNLOADING_DEPENDENCY, timeline.now()));
      timeline.after(CONTENT_RETRY, () -> enforce(id, device));
    } else {
      put(id, device, run.failed(Run.NO_DEPENDENCY_CONTENT, Run.CONTENT_NOT_FOUND, timeline.now()));
    }
  }

  private Optional<Path> folder(Dependencies.Lack lack) {
    return folder(lack.modelName(), lack.kind());
  }

  private Optional<Path> folder(String model, Digest.Kind kind) {
    return kind.content().flatMap(content -> distribution.available(model, content.id()));
  }

  private void finishDependency(long id, int device, Dependencies.Lack lack) {
    Optional<Run> run = runs.find(id, device);
    if (run.isEmpty() || !polling.isOn(device)) {
      return;
    }
    int exitCode = installer.run(lack.kind(), folder(lack), fleet.at(device), 1);
    if (exitCode == 0 && presence(lack.kind(), device) == Verdict.YES) {
      enforce(id, device);
    } else {
      long code = exitCode == 0 ? Run.NOT_DETECTED : Integer.toUnsignedLong(exitCode);
      put(id, device, run.get().failed(Run.DEPENDENCY_FAILED, code, timeline.now()));
    }
  }

  private void fetch(long id, int device, Run run, Digest.Kind kind) {
    String model = assignments.find(id).map(Assignment::modelName).orElse("");
    Optional<Path> folder = folder(model, kind);
    if (kind.content().isEmpty() || folder.isPresent()) {
      put(id, device, run.attempted().to(Run.INSTALLING, timeline.now()));
      int minutes = installer.minutes(kind, folder, fleet.at(device));
      timeline.after(Duration.ofMinutes(minutes), () -> finish(id, device, kind));
    } else if (run.waits() < MOST_WAITS) {
      put(id, device, run.waited().to(Run.WAITING_FOR_CONTENT, timeline.now()));
      timeline.after(CONTENT_RETRY, () -> enforce(id, device));
    } else {
      put(id, device, run.failed(Run.NO_CONTENT, Run.CONTENT_NOT_FOUND, timeline.now()));
    }
  }

  private void finish(long id, int device, Digest.Kind kind) {
    Optional<Run> found = runs.find(id, device);
    Optional<Assignment> assignment = assignments.find(id);
    if (found.isEmpty() || assignment.isEmpty() || !polling.isOn(device)) {
      return;
    }
    Run run = found.get();
    Optional<Path> folder = folder(assignment.get().modelName(), kind);
    int exitCode = installer.run(kind, folder, fleet.at(device), run.attempts());
    String meaning = kind.exitCodes().getOrDefault(exitCode, "Failure");
    switch (meaning) {
      case "SoftReboot", "HardReboot" -> {
        put(id, device, run.to(Run.PENDING_RESTART, timeline.now()));
        timeline.after(RESTART, () -> enforce(id, installer.restarted(fleet.at(device))));
      }
      case "FastRetry" -> retry(id, device, run, exitCode);
      case "Success" -> {
        inventory.follows(device);
        detect(id, device, run, kind);
      }
      default ->
          put(id, device, run.failed(Run.FAILED, Integer.toUnsignedLong(exitCode), timeline.now()));
    }
  }

  private void retry(long id, int device, Run run, int exitCode) {
    if (run.attempts() > MOST_RETRIES) {
      put(id, device, run.failed(Run.FAILED, exitCode, timeline.now()));
    } else {
      put(id, device, run.to(Run.WAITING_TO_RETRY, timeline.now()));
      timeline.after(RETRY, () -> enforce(id, device));
    }
  }

  private void detect(long id, int device, Run run, Digest.Kind kind) {
    Run after =
        switch (presence(kind, device)) {
          case YES -> run.to(Run.SUCCESS, timeline.now());
          case NO -> run.failed(Run.FAILED, Run.NOT_DETECTED, timeline.now());
          case UNKNOWN -> run.to(Run.UNKNOWN, timeline.now());
        };
    put(id, device, after);
  }
}
