package dev.garrison.sensor;

import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.trial.TrialUpdates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What is approved on a stand-in server, besides what a person approved before the play. */
final class OurApprovals {
  private static final String NOVEMBER = "10.8798.25857.1000";

  private OurApprovals() {}

  /** By group and line, versions by what tells them apart in this play. */
  static List<String> of(TrialUpdates trial, String server) {
    return trial
        .server(server)
        .look(state -> {
          List<String> lines = new ArrayList<>();
          state.groups().all().stream()
              .sorted(Comparator.comparing(group -> group.name()))
              .forEach(group -> {
                String unified = versions(state, group.id(), "");
                String other = versions(state, group.id(), "Windows Server 2019");
                if (!unified.isEmpty() || !other.isEmpty()) {
                  lines.add(
                      "%s %s: unified agent%s%s"
                          .formatted(
                              server,
                              group.name(),
                              unified,
                              other.isEmpty() ? "" : ", 2019" + other));
                }
              });
          return lines;
        });
  }

  private static String versions(ServerState state, UUID group, String family) {
    StringBuilder found = new StringBuilder();
    state.holdings().updates().stream()
        .flatMap(update -> state.approvals().of(update.id()).stream())
        .filter(approval -> approval.group().equals(group) && approval.action() == Approval.INSTALL)
        .filter(approval -> !approval.admin().equals("LAB\\jdoe"))
        .flatMap(approval ->
            state
                .holdings()
                .revision(approval.revision())
                .orElseThrow()
                .revision()
                .sensor()
                .stream())
        .filter(sensor -> sensor.family().equals(family))
        .sorted((a, b) -> Sensor.compare(a.version(), b.version()))
        .distinct()
        .forEach(sensor -> found.append(' ').append(shortly(sensor.version())));
    return found.toString();
  }

  private static String shortly(String version) {
    if (version.equals(NOVEMBER)) {
      return "NOV";
    }
    return version.endsWith(".1002") ? "1002" : version.split("\\.", -1)[1];
  }
}
