package dev.garrison.sensor;

import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.trial.TrialUpdates;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Updates of the unified agent that everybody has a newer one of. */
final class OldUpdates {
  private final TrialUpdates trial;

  OldUpdates(TrialUpdates trial) {
    this.trial = trial;
  }

  private List<UpdateServer> servers() {
    return trial.lab().updateServers().all();
  }

  /** The newest version is approved for every group, installed, and long there. */
  void everybodyHasTheNewest() {
    trial.replace(
        "groups: [Production servers]", "groups: [Production servers, Unassigned Computers]");
    for (UpdateServer server : servers()) {
      server.inConsole(
          work -> work.state().computers().values().forEach(computer -> computer.silent(false)));
    }
    trial.apply();
    replicate();
    trial.pass(Duration.ofDays(3));
    trial.apply();
    replicate();
    trial.pass(Duration.ofDays(40));
  }

  private void replicate() {
    servers().stream()
        .filter(server -> server.look(ServerState::replica))
        .forEach(server -> server.inConsole(work -> work.synchronisation().receive()));
  }

  /** Whether the first server has a version as declined. */
  boolean isDeclined(String version) {
    UUID update = trial.update(version);
    return servers()
        .getFirst()
        .look(state -> state.holdings().update(update).orElseThrow().declined());
  }
}
