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
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
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
    lines.add(
        Text.of(
                "server.subject",
                "server",
                server.name(),
                "ring",
                server.ring(),
                "state",
                Figures.state(verdict.state()))
            .shown());
    lines.add(field("server.why", RecordedText.shown(verdict.why())));
    lines.add(field("server.next", RecordedText.shown(verdict.remedy())));
    verdict
        .disagreement()
        .ifPresent(text -> lines.add(field("server.disagreement", RecordedText.shown(text))));
    lines.add(field("server.system", system(server)));
    lines.add(field("server.client", client(server, time)));
    lines.add(
        field(
            "server.deployment",
            server
                .onboarding()
                .map(this::deployment)
                .orElseGet(() -> Text.of("server.not-targeted").shown())));
    server.mode().ifPresent(status -> lines.add(field("server.mode", deployment(status))));
    server.settings().ifPresent(status -> lines.add(field("server.settings", deployment(status))));
    lines.add(
        field(
            "server.sensor",
            server
                .sensor()
                .map(this::sensor)
                .orElseGet(() -> Text.of("server.no-sensor").shown())));
    antivirus
        .today()
        .danger()
        .ifPresent(danger -> lines.add(field("server.danger", RecordedText.shown(danger.title()))));
    lines.add(
        field(
            "server.protected-by",
            RecordedText.shown(antivirus.today().protectedBy()) + ": " + antivirus.why().shown()));
    asked(server, time).ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> asked(Server server, TerminalTime time) {
    return Optional.of(server)
        .filter(Server::asked)
        .map(one ->
            field(
                "server.asked",
                one.live()
                    .map(answer ->
                        Text.of(
                            "server.answered",
                            "answer",
                            LiveWords.of(answer),
                            "time",
                            time.minute(answer.at())))
                    .orElseGet(() -> Text.of("server.no-answer"))
                    .shown()));
  }

  private static String field(String key, String value) {
    return Wrapped.hanging("  " + ScreenText.padded(Text.of(key).shown(), NAMES), value);
  }

  /** The Configuration Manager client of a server and the age of its inventory. */
  public static String client(Server server, TerminalTime time) {
    return server
        .presence()
        .map(presence -> client(presence, time))
        .orElseGet(() -> Text.of("server.unknown").shown());
  }

  /** The operating system of a server. */
  public static String system(Server server) {
    return server.system().isEmpty() ? Text.of("server.unknown").shown() : server.system();
  }

  private static String client(Presence presence, TerminalTime time) {
    if (!presence.client()) {
      return Text.of("server.no-client").shown();
    }
    return Text.of(
            presence.active() ? "server.active" : "server.inactive",
            "version",
            presence.clientVersion().isEmpty()
                ? Text.of("server.version-unknown")
                : presence.clientVersion(),
            "inventory",
            presence
                .inventoried()
                .map(at -> Text.verbatim(time.minute(at)))
                .orElseGet(() -> Text.of("server.never")))
        .shown();
  }

  private String deployment(DeploymentStatus status) {
    return Text.of(
            status.since().isPresent() ? "server.deployed" : "server.deployed-once",
            "state",
            RecordedText.shown(status.state()),
            "enforcement",
            String.valueOf(status.enforcementState()),
            "type",
            String.valueOf(status.statusType()),
            "error",
            String.valueOf(status.errorCode()),
            "time",
            at(status.since(), time))
        .shown();
  }

  private static Text at(Optional<Instant> known, TerminalTime time) {
    return known
        .map(at -> Text.verbatim(time.minute(at)))
        .orElseGet(() -> Text.of("server.time-unknown"));
  }

  private String sensor(Sensor sensor) {
    return sensor(server, sensor, time);
  }

  /** One server that is in no ring because of {@code offboard}. */
  static List<String> leaving(LeavingServer leaving, TerminalTime time) {
    Server server = leaving.server();
    String key =
        switch (leaving.progress()) {
          case OFFBOARDED -> "leaving.offboarded";
          case LEAVING -> still(server);
          case ONBOARDING_PENDING -> "leaving.onboarding-pending";
          case KEPT_OUT -> "leaving.kept-out";
        };
    Message message =
        Message.of(key, "time", at(leaving.reported(), time), "entry", leaving.leaving().entry());
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.of(
                "leaving.subject",
                "server",
                server.name(),
                "entry",
                leaving.leaving().entry(),
                "state",
                leaving.progress().word())
            .shown());
    lines.add(field("server.why", message.problem().shown()));
    lines.add(field("server.next", message.fix().shown()));
    lines.add(field("server.system", system(server)));
    lines.add(field("server.client", client(server, time)));
    lines.add(
        field(
            "server.sensor",
            server
                .sensor()
                .map(sensor -> sensor(server, sensor, time))
                .orElseGet(() -> Text.of("server.no-sensor").shown())));
    asked(server, time).ifPresent(lines::add);
    return lines;
  }

  private static String still(Server server) {
    if (server.pending().isPresent()) {
      return "leaving.offboarding-pending";
    }
    return server.sensor().isPresent() ? "leaving.not-yet" : "leaving.not-reported";
  }

  private static String sensor(Server server, Sensor sensor, TerminalTime time) {
    return Text.of(
            sensor.running() ? "server.sensor-running" : "server.sensor-stopped",
            "state",
            String.valueOf(sensor.state()),
            "tenant",
            sensor.orgId().isEmpty() ? Text.of("server.unknown") : sensor.orgId(),
            "connected",
            at(sensor.lastConnected(), time),
            "source",
            sensor
                .asked()
                .map(asked -> Text.of("server.from-cmpivot", "time", time.minute(asked)))
                .orElseGet(
                    () -> Text.of("server.from-inventory", "time", at(server.inventoried(), time))))
        .shown();
  }
}
