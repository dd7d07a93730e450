package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Csv;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.live.LiveAnswer;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where servers stand, for a spreadsheet. Columns are only ever added at the end. */
final class StatusCsv {
  private static final List<String> HEAD =
      List.of(
          "server",
          "ring",
          "state",
          "why",
          "what to do",
          "disagreement",
          "operating system",
          "client version",
          "last hardware inventory",
          "deployment status",
          "error code",
          "deployment since",
          "antivirus mode status",
          "onboarded to",
          "sensor running",
          "sensor last connected",
          "resource id",
          "sensor known from",
          "sensor known since",
          "answered live",
          "sense service",
          "windefend service",
          "antivirus running mode",
          "force passive mode",
          "platform version",
          "sensor version",
          "settings status");

  private StatusCsv() {}

  static void print(PrintWriter out, JudgedServers servers) {
    Csv.line(out, HEAD);
    servers.each((server, verdict) -> Csv.line(out, cells(server, verdict)));
  }

  private static List<String> cells(Server server, Verdict verdict) {
    Optional<DeploymentStatus> onboarding = server.onboarding();
    Optional<Sensor> sensor = server.sensor();
    List<String> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            server.name(),
            server.ring(),
            verdict.state().word(),
            verdict.why(),
            verdict.remedy(),
            verdict.disagreement().orElse(""),
            server.system(),
            server.presence().map(Presence::clientVersion).orElse(""),
            time(server.inventoried()),
            onboarding.map(DeploymentStatus::state).orElse(""),
            onboarding
                .map(DeploymentStatus::errorCode)
                .filter(code -> code != 0)
                .map(String::valueOf)
                .orElse(""),
            time(onboarding.flatMap(DeploymentStatus::since)),
            server.mode().map(DeploymentStatus::state).orElse(""),
            sensor.filter(one -> one.state() == 1).map(Sensor::orgId).orElse(""),
            sensor.map(one -> one.running() ? "yes" : "no").orElse(""),
            time(sensor.flatMap(Sensor::lastConnected)),
            String.valueOf(server.id())));
    cells.addAll(live(server));
    cells.add(server.settings().map(DeploymentStatus::state).orElse(""));
    return cells;
  }

  private static List<String> live(Server server) {
    Optional<Sensor> sensor = server.sensor();
    Optional<LiveAnswer> live = server.live();
    return List.of(
        sensor.map(one -> one.asked().isPresent() ? "CMPivot" : "inventory").orElse(""),
        time(sensor.flatMap(one -> one.asked().or(server::inventoried))),
        live.map(answer -> answer.at().toString()).orElse(server.asked() ? "no" : ""),
        live.map(answer -> answer.sense().word()).orElse(""),
        live.map(answer -> answer.defender().word()).orElse(""),
        live.flatMap(LiveAnswer::runningMode).orElse(""),
        live.flatMap(LiveAnswer::forcePassive).orElse(""),
        live.flatMap(LiveAnswer::platform).orElse(""),
        live.flatMap(LiveAnswer::sensor).orElse(""));
  }

  private static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
