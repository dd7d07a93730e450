package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import java.util.ArrayList;
import java.util.List;

/** One server with all that the site says of it. */
public final class ServerDetails {
  private static final int NAMES = 18;

  private final StatusLine line;
  private final Server server;

  ServerDetails(StatusLine line) {
    this.line = line;
    this.server = line.server();
  }

  List<String> lines() {
    Verdict verdict = line.verdict();
    ServerAntivirus antivirus = line.antivirus();
    List<String> lines = new ArrayList<>();
    lines.add("%s · ring %s · %s".formatted(server.name(), server.ring(), verdict.state().word()));
    lines.add(field("why", verdict.why()));
    lines.add(field("what to do", verdict.remedy()));
    verdict.disagreement().ifPresent(text -> lines.add(field("disagreement", text)));
    lines.add(field("operating system", server.system().isEmpty() ? "unknown" : server.system()));
    lines.add(field("client", client(server)));
    lines.add(
        field(
            "deployment",
            server.onboarding().map(ServerDetails::deployment).orElse("none targets it")));
    server.mode().ifPresent(status -> lines.add(field("antivirus mode", deployment(status))));
    server.settings().ifPresent(status -> lines.add(field("settings", deployment(status))));
    lines.add(field("sensor", server.sensor().map(this::sensor).orElse("not in inventory")));
    antivirus
        .today()
        .danger()
        .ifPresent(danger -> lines.add(field("antivirus danger", danger.title())));
    lines.add(field("protected by", antivirus.today().protectedBy() + ": " + antivirus.why()));
    if (server.asked()) {
      lines.add(
          field(
              "asked live",
              server
                  .live()
                  .map(answer ->
                      "%s; answered %s".formatted(LiveWords.of(answer), Figures.time(answer.at())))
                  .orElse("no answer; what is said here is older")));
    }
    return lines;
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name, NAMES), value);
  }

  /** The Configuration Manager client of a server and the age of its inventory. */
  public static String client(Server server) {
    return server.presence().map(ServerDetails::client).orElse("unknown");
  }

  private static String client(Presence presence) {
    if (!presence.client()) {
      return "not installed";
    }
    String version =
        presence.clientVersion().isEmpty() ? "of unknown version" : presence.clientVersion();
    return "%s, %s; hardware inventory %s"
        .formatted(
            version,
            presence.active() ? "active" : "inactive",
            presence.inventoried().map(Figures::time).orElse("never"));
  }

  private static String deployment(DeploymentStatus status) {
    return "%s (EnforcementState %d, StatusType %d, error %d), since %s"
        .formatted(
            status.state(),
            status.enforcementState(),
            status.statusType(),
            status.errorCode(),
            Figures.time(status.since()));
  }

  private String sensor(Sensor sensor) {
    return "OnboardingState %d, tenant %s, Sense %s, last connected %s; %s"
        .formatted(
            sensor.state(),
            sensor.orgId().isEmpty() ? "not said" : sensor.orgId(),
            sensor.running() ? "running" : "not running",
            Figures.time(sensor.lastConnected()),
            sensor
                .asked()
                .map(time -> "CMPivot " + Figures.time(time))
                .orElse("inventory " + Figures.time(server.inventoried())));
  }
}
