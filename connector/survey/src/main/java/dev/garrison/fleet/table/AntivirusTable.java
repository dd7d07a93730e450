package dev.garrison.fleet.table;

import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusEvidence.CustomRow;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Stated;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.ring.DeploymentProgress;
import java.util.Optional;
import java.util.Set;

/** Known facts about the antivirus of the servers of a {@link Fleet}. */
public final class AntivirusTable {
  /** States "success" and "already compliant", which follow a detection. */
  private static final Set<Long> DETECTED = Set.of(1000L, 1001L);

  private final Rows rows;

  AntivirusTable(Rows rows) {
    this.rows = rows;
  }

  /**
   * Records the service WinDefend.
   *
   * @param runs empty where inventory has no State
   */
  public void defender(int row, Optional<Boolean> runs) {
    Row server = rows.at(row);
    server.defender = true;
    runs.ifPresent(
        yes -> server.defenderRuns = Optional.of(yes || server.defenderRuns.orElse(false)));
  }

  /** Records that inventory sends the State of services, so that those not running are known. */
  public void statesTold(int row) {
    rows.at(row).statesTold = true;
  }

  /** Records an antivirus of another maker; of several that run, the first is kept. */
  public void other(int row, String product, boolean runs) {
    Row server = rows.at(row);
    if (runs) {
      server.otherRunning = first(server.otherRunning, product);
    } else {
      server.otherInstalled = first(server.otherInstalled, product);
    }
  }

  /** Records that an antivirus is installed of which no service is known. */
  public void unwatched(int row) {
    rows.at(row).unwatched = true;
  }

  /** Records a product of another maker that only detects. */
  public void sensor(int row, String product) {
    rows.at(row).otherSensor = first(rows.at(row).otherSensor, product);
  }

  /**
   * Records a product that the manifest states; the first statement counts.
   *
   * @param byService whether the statement names the product's service
   */
  public void stated(int row, String product, boolean byService) {
    Row server = rows.at(row);
    server.stated = server.stated.or(() -> Optional.of(new Stated(product, byService)));
  }

  /** Records a row of the custom inventory class. */
  public void custom(int row, String mode, Optional<Boolean> realTime) {
    rows.at(row).custom =
        Optional.of(
            new CustomRow(
                Optional.of(rows.shared(mode)).filter(word -> !word.isEmpty()), realTime));
  }

  /** Records real-time protection, as the Endpoint Protection client sent it. */
  public void sentRealTime(int row, boolean on) {
    rows.at(row).sentRealTime = Optional.of(on);
  }

  /** Records whether the antivirus is on, as the Endpoint Protection client sent it. */
  public void sentAntivirus(int row, boolean on) {
    rows.at(row).sentAntivirus = Optional.of(on);
  }

  /**
   * Records how the service Sense starts; a later source replaces the value.
   *
   * @param mode StartMode
   */
  public void senseStarts(int row, String mode) {
    rows.at(row).agent = Onboarding.agent(mode);
  }

  private Optional<String> first(Optional<String> known, String product) {
    return known.or(() -> Optional.of(rows.shared(product)));
  }

  /**
   * All that is known of one server.
   *
   * @param passive whether its ring's mode deployment sets passive mode
   */
  static AntivirusEvidence of(Row server, boolean passive) {
    return new AntivirusEvidence(
        server.presence.flatMap(Presence::inventoried),
        defender(server),
        new Others(
            server.statesTold,
            server.otherRunning,
            server.otherInstalled,
            server.unwatched,
            server.otherSensor),
        server.stated,
        server.custom,
        new ProtectionState(server.sentRealTime, server.sentAntivirus),
        server.sensor.filter(Sensor::isOnboarded).filter(one -> one.asked().isEmpty()).isPresent(),
        server.servicesTold && !server.services.contains(Service.SENSE)
            ? Optional.of(false)
            : server.agent,
        passive && isModeRead(server),
        server.answer);
  }

  private static Running defender(Row server) {
    if (server.defenderRuns.isPresent()) {
      return server.defenderRuns.get() ? Running.RUNNING : Running.STOPPED;
    }
    if (server.defender) {
      return Running.INSTALLED;
    }
    return server.servicesTold ? Running.MISSING : Running.NOT_TOLD;
  }

  private static boolean isModeRead(Row server) {
    return server
        .mode
        .status()
        .filter(mode ->
            DeploymentProgress.of(mode.statusType(), mode.enforcementState())
                == DeploymentProgress.ONBOARDED)
        .filter(mode -> DETECTED.contains(mode.enforcementState()))
        .isPresent();
  }
}
