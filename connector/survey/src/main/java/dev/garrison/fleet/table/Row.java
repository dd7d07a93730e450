package dev.garrison.fleet.table;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.antivirus.AntivirusEvidence.CustomRow;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Stated;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.ring.DeploymentProgress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Facts about one device while the site is read. An empty value is not told. */
final class Row {
  /** Position of the ring of a server that is in none. */
  static final int NO_RING = -1;

  final long id;
  final String name;
  int ring = NO_RING;

  /** Ring whose deployment reported the server. */
  int deployedRing = NO_RING;

  final Deployed onboarding = new Deployed();
  final Deployed mode = new Deployed();
  final Deployed settings = new Deployed();
  String system = "";
  Optional<Presence> presence = Optional.empty();
  Optional<Long> twin = Optional.empty();
  Optional<Sensor> sensor = Optional.empty();
  boolean asked;
  Optional<LiveAnswer> answer = Optional.empty();

  /** Length in minutes of the longest general maintenance window; 0 where there is none. */
  int window;

  boolean otherWindows;
  boolean servicesTold;
  final Set<Service> services = EnumSet.noneOf(Service.class);
  final Set<Service> disabledServices = EnumSet.noneOf(Service.class);
  Optional<String> otherAntivirus = Optional.empty();
  final Set<Update> updates = EnumSet.noneOf(Update.class);
  OptionalLong freeMegabytes = OptionalLong.empty();
  OptionalInt revision = OptionalInt.empty();
  Optional<Boolean> restartPending = Optional.empty();

  boolean defender;
  Optional<Boolean> defenderRuns = Optional.empty();
  Optional<Boolean> agent = Optional.empty();
  boolean statesTold;
  Optional<String> otherRunning = Optional.empty();
  Optional<String> otherInstalled = Optional.empty();
  boolean unwatched;
  Optional<String> otherSensor = Optional.empty();
  Optional<Stated> stated = Optional.empty();
  Optional<CustomRow> custom = Optional.empty();
  Optional<Boolean> sentRealTime = Optional.empty();
  Optional<Boolean> sentAntivirus = Optional.empty();

  Row(long id, String name) {
    this.id = id;
    this.name = name;
  }

  Deployed of(CompanionState kind) {
    return switch (kind) {
      case ANTIVIRUS_MODE -> mode;
      case SETTINGS -> settings;
    };
  }

  boolean isLive() {
    return presence.filter(Presence::isLive).isPresent();
  }

  /** The worst of the deployments of one kind, with an error that the site tells apart. */
  static final class Deployed {
    private Optional<DeploymentStatus> worst = Optional.empty();
    private long error;
    private String requirement = "";

    /** Keeps the worse of two; whether this is it. */
    boolean add(DeploymentStatus status) {
      boolean worse =
          worst
              .map(known -> DeploymentProgress.of(known.statusType(), known.enforcementState()))
              .filter(known -> status.standing().compareTo(known) <= 0)
              .isEmpty();
      if (worse) {
        worst = Optional.of(status);
      }
      return worse;
    }

    /** Keeps the worse of several errors: a refusal hides no failure (F20). */
    void error(long code) {
      if (error == 0 || !DeploymentProgress.isRefusal(code)) {
        error = code;
      }
    }

    void requirement(String name) {
      requirement = name;
    }

    Optional<DeploymentStatus> status() {
      return worst.map(known ->
          new DeploymentStatus(
              known.statusType(),
              known.enforcementState(),
              error,
              requirement,
              known.since(),
              known.recent()));
    }
  }
}
