package dev.garrison.cli.fleet;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One server with all that the site says of it. */
public final class ServerDetails {
  private static final int NAMES = 18;

  private final StatusLine line;
  private final Server server;
  private final TerminalTime time;

  ServerDetails(StatusLine line, TerminalTime time) {
    this.line = line;
    this.server = line.server();
    this.time = time;
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
    lines.add(field("client", client(server, time)));
    lines.add(
        field("deployment", server.onboarding().map(this::deployment).orElse("none targets it")));
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
                      "%s; answered %s".formatted(LiveWords.of(answer), time.minute(answer.at())))
                  .orElse("no answer; what is said here is older")));
    }
    return lines;
  }

  private static String field(String name, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(name, NAMES), value);
  }

  /** The Configuration Manager client of a server and the age of its inventory. */
  public static String client(Server server, TerminalTime time) {
    return server.presence().map(presence -> client(presence, time)).orElse("unknown");
  }

  private static String client(Presence presence, TerminalTime time) {
    if (!presence.client()) {
      return "not installed";
    }
    String version =
        presence.clientVersion().isEmpty() ? "of unknown version" : presence.clientVersion();
    return "%s, %s; hardware inventory %s"
        .formatted(
            version,
            presence.active() ? "active" : "inactive",
            presence.inventoried().map(time::minute).orElse("never"));
  }

  private String deployment(DeploymentStatus status) {
    return "%s (EnforcementState %d, StatusType %d, error %d), since %s"
        .formatted(
            status.state(),
            status.enforcementState(),
            status.statusType(),
            status.errorCode(),
            at(status.since()));
  }

  private String at(Optional<Instant> known) {
    return known.map(time::minute).orElse("at an unknown time");
  }

  private String sensor(Sensor sensor) {
    return "OnboardingState %d, tenant %s, Sense %s, last connected %s; %s"
        .formatted(
            sensor.state(),
            sensor.orgId().isEmpty() ? "not said" : sensor.orgId(),
            sensor.running() ? "running" : "not running",
            at(sensor.lastConnected()),
            sensor
                .asked()
                .map(asked -> "CMPivot " + time.minute(asked))
                .orElse("inventory " + at(server.inventoried())));
  }
}
