package dev.garrison.cli.fleet;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/** What one server itself answered, as a part of answers to programs. */
public record LiveServerAnswer(
    Instant at,
    String sense,
    String winDefend,
    Optional<String> forceDefenderPassiveMode,
    Optional<String> disableAntiSpyware,
    Optional<String> amRunningMode,
    Optional<String> platformVersion,
    Optional<String> sensorVersion)
    implements JsonForm {
  /** That of a server's answer. */
  public static LiveServerAnswer of(LiveAnswer answer) {
    return new LiveServerAnswer(
        answer.at(),
        answer.sense().word(),
        answer.defender().word(),
        answer.forcePassive(),
        answer.disabledByPolicy(),
        answer.runningMode(),
        answer.platform(),
        answer.sensor());
  }
}
