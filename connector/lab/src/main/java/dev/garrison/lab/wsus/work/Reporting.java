package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.ContentState;
import dev.garrison.lab.wsus.state.StoredRevision;
import dev.garrison.lab.wsus.state.StoredUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Simulates computers that report, and that install approved updates whose files are ready. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/defender-docs, unified agent pages; UpdateInstallationState",
    says =
        "WSUS: a computer without the sensor reports the sensor's update as not applicable (1); one that has not reported since the update came is unknown (0). That a superseded version is not applicable is inferred.")
public final class Reporting {
  /** Unknown. */
  public static final int UNKNOWN = 0;

  /** Not applicable. */
  public static final int NOT_APPLICABLE = 1;

  /** Not installed. */
  public static final int NOT_INSTALLED = 2;

  /** Installed. */
  public static final int INSTALLED = 4;

  private static final Duration CYCLE = Duration.ofHours(6);
  private final ServerState server;
  private final Effective effective;

  /** Lets the computers of a server report regularly from now on. */
  public Reporting(ServerState server) {
    this.server = server;
    this.effective = new Effective(server);
    server.timeline().after(CYCLE, this::cycle);
  }

  private void cycle() {
    reportAll();
    server.timeline().after(CYCLE, this::cycle);
  }

  /** Lets every computer report now, except those that stopped reporting. */
  public void reportAll() {
    List<StoredUpdate> sensors =
        server.holdings().updates().stream()
            .filter(update -> update.latest().revision().explicit())
            .filter(update -> update.latest().revision().sensor().isPresent())
            .toList();
    for (Computer computer : server.computers().values()) {
      if (!computer.silent()) {
        sensors.forEach(update -> install(computer, update));
        computer.reports(server.now());
      }
    }
  }

  private void install(Computer computer, StoredUpdate update) {
    StoredRevision latest = update.latest();
    if (!update.declined()
        && latest.content() == ContentState.READY
        && !computer.fixedStates().containsKey(update.id())
        && stateOf(computer, latest.revision()) == NOT_INSTALLED
        && isApproved(latest, computer)) {
      computer.sensor(latest.revision().sensor().map(Sensor::version));
    }
  }

  private boolean isApproved(StoredRevision revision, Computer computer) {
    return effective
        .forComputer(revision.revision().key(), computer)
        .filter(approval -> approval.action() == Approval.INSTALL)
        .isPresent();
  }

  /** State of an update that a computer reported. */
  public int state(Computer computer, StoredUpdate update) {
    Integer fixed = computer.fixedStates().get(update.id());
    if (fixed != null) {
      return fixed;
    }
    StoredRevision latest = update.latest();
    boolean detected =
        server.approvals().of(latest.revision().key()).stream().findAny().isPresent();
    if (!detected || computer.lastReport().filter(at -> !at.isBefore(latest.arrived())).isEmpty()) {
      return UNKNOWN;
    }
    return stateOf(computer, latest.revision());
  }

  private static int stateOf(Computer computer, Revision revision) {
    Optional<Sensor> sensor = revision.sensor();
    Optional<String> installed = computer.sensor();
    if (sensor.isEmpty()
        || installed.isEmpty()
        || !familiesOf(computer.os()).contains(sensor.get().family())) {
      return NOT_APPLICABLE;
    }
    int order = Sensor.compare(installed.get(), sensor.get().version());
    if (order == 0) {
      return INSTALLED;
    }
    return order > 0 ? NOT_APPLICABLE : NOT_INSTALLED;
  }

  private static List<String> familiesOf(String os) {
    return switch (os) {
      case "2012R2", "2016" -> List.of("");
      case "10", "11" -> List.of("Windows 10/11");
      default -> List.of("Windows Server " + os);
    };
  }
}
