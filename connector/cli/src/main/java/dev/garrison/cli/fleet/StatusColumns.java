package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.Told;
import dev.garrison.fleet.live.LiveAnswer;
import java.util.Optional;
import java.util.function.Function;

/** The columns of {@code garrison status --csv}. */
final class StatusColumns {
  static final Columns<StatusLine> ALL =
      ProtectionColumns.add(
              columns().and("protected by", line -> line.antivirus().today().protectedBy()),
              line -> line.antivirus().today())
          .and(
              "real-time protection at",
              line -> line.antivirus().today().realTime().flatMap(Told::at))
          .and("antivirus danger", line -> line.antivirus().today().danger().map(Worded::word))
          .and(
              "onboarding info", live(answer -> answer.onboardingInfo().map(StatusColumns::exists)))
          .and(
              "offboarding value",
              live(answer -> answer.offboardingValue().map(StatusColumns::exists)));

  private StatusColumns() {}

  private static Columns<StatusLine> columns() {
    return new Columns<StatusLine>()
        .and("server", of(Server::name))
        .and("ring", of(Server::ring))
        .and("state", line -> line.verdict().state().word())
        .and("why", line -> line.verdict().why())
        .and("what to do", line -> line.verdict().remedy())
        .and("disagreement", line -> line.verdict().disagreement())
        .and("operating system", of(Server::system))
        .and("client version", of(server -> server.presence().map(Presence::clientVersion)))
        .and("last hardware inventory", of(Server::inventoried))
        .and("deployment status", of(server -> server.onboarding().map(DeploymentStatus::state)))
        .and("error code", of(StatusColumns::errorCode))
        .and("deployment since", of(server -> server.onboarding().flatMap(DeploymentStatus::since)))
        .and("antivirus mode status", of(server -> server.mode().map(DeploymentStatus::state)))
        .and(
            "onboarded to",
            sensor(
                sensor -> Optional.of(sensor).filter(one -> one.state() == 1).map(Sensor::orgId)))
        .and("sensor running", sensor(sensor -> Optional.of(sensor.running() ? "yes" : "no")))
        .and("sensor last connected", sensor(Sensor::lastConnected))
        .and("resource id", of(Server::id))
        .and(
            "sensor known from",
            sensor(sensor -> Optional.of(sensor.asked().isPresent() ? "CMPivot" : "inventory")))
        .and(
            "sensor known since",
            of(server -> server.sensor().flatMap(one -> one.asked().or(server::inventoried))))
        .and(
            "answered live",
            of(server ->
                server
                    .live()
                    .map(answer -> answer.at().toString())
                    .orElse(server.asked() ? "no" : "")))
        .and("sense service", live(answer -> Optional.of(answer.sense().word())))
        .and("windefend service", live(answer -> Optional.of(answer.defender().word())))
        .and("antivirus running mode", live(LiveAnswer::runningMode))
        .and("force passive mode", live(LiveAnswer::forcePassive))
        .and("platform version", live(LiveAnswer::platform))
        .and("sensor version", live(LiveAnswer::sensor))
        .and("settings status", of(server -> server.settings().map(DeploymentStatus::state)));
  }

  private static Function<StatusLine, ?> of(Function<Server, ?> value) {
    return line -> value.apply(line.server());
  }

  private static Function<StatusLine, ?> sensor(Function<Sensor, Optional<?>> value) {
    return line -> line.server().sensor().flatMap(value);
  }

  private static Function<StatusLine, ?> live(Function<LiveAnswer, Optional<?>> value) {
    return line -> line.server().live().flatMap(value);
  }

  private static String exists(boolean value) {
    return value ? "set" : LiveAnswer.NOT_SET;
  }

  private static Optional<Long> errorCode(Server server) {
    return server.onboarding().map(DeploymentStatus::errorCode).filter(code -> code != 0);
  }
}
