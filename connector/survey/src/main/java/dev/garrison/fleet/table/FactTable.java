package dev.garrison.fleet.table;

import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.ServerFacts;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.readiness.Update;
import dev.garrison.fleet.readiness.Windows;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Facts about the servers of a {@link Fleet} that their readiness depends on, from any source. A
 * later source may add to a row or replace its values.
 */
public final class FactTable {
  private final Rows rows;

  FactTable(Rows rows) {
    this.rows = rows;
  }

  /** Records a general maintenance window in minutes; the longest is kept. */
  public void generalWindow(int row, int minutes) {
    Row server = rows.at(row);
    server.window = Math.max(server.window, minutes);
  }

  /** Records a maintenance window that is not for applications. */
  public void otherWindow(int row) {
    rows.at(row).otherWindows = true;
  }

  /** Maintenance windows of a server, none where none were recorded. */
  public Windows windows(int row) {
    return new Windows(rows.at(row).window, rows.at(row).otherWindows);
  }

  /** Records that inventory sent services, so that a service without a row is missing. */
  public void servicesTold(int row) {
    rows.at(row).servicesTold = true;
  }

  /** Records a service. */
  public void service(int row, Service service, boolean disabled) {
    rows.at(row).services.add(service);
    if (disabled) {
      rows.at(row).disabledServices.add(service);
    }
  }

  /** Records the state of one service, as the server itself reports it. */
  public void service(int row, Service service, LiveService now) {
    rows.at(row).services.remove(service);
    rows.at(row).disabledServices.remove(service);
    if (now != LiveService.MISSING) {
      service(row, service, now == LiveService.DISABLED);
    }
  }

  /** Records an antivirus of another maker; the first is kept. */
  public void otherAntivirus(int row, String product) {
    Row server = rows.at(row);
    server.otherAntivirus = server.otherAntivirus.or(() -> Optional.of(rows.shared(product)));
  }

  /** Records an update. */
  public void update(int row, Update update) {
    rows.at(row).updates.add(update);
  }

  /** Records the free space on a server's drive C:. */
  public void freeMegabytes(int row, long megabytes) {
    rows.at(row).freeMegabytes = OptionalLong.of(Math.max(0, megabytes));
  }

  /** Records the last part of a server's build number. */
  public void revision(int row, int revision) {
    rows.at(row).revision = OptionalInt.of(revision);
  }

  /** Records whether a server waits for a restart. */
  public void restart(int row, boolean pending) {
    rows.at(row).restartPending = Optional.of(pending);
  }

  /** All facts about one server. */
  public ServerFacts at(int row) {
    Row server = rows.at(row);
    return new ServerFacts(
        windows(row),
        Optional.of(server)
            .filter(known -> known.servicesTold)
            .map(known ->
                new Services(known.services, known.disabledServices, known.otherAntivirus)),
        Optional.of(server.updates).filter(known -> !known.isEmpty()).map(Set::copyOf),
        server.freeMegabytes,
        server.revision,
        server.restartPending);
  }
}
