package dev.garrison.cli.fleet;

import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import java.time.Instant;
import java.util.Optional;

/** One server's own answer as a part of JSON answers. */
public record LiveServerAnswer(
    Instant at,
    String sense,
    String winDefend,
    Optional<String> forceDefenderPassiveMode,
    Optional<String> disableAntiSpyware,
    Optional<String> amRunningMode,
    Optional<String> platformVersion,
    Optional<String> sensorVersion,
    @OmittedWhenEmpty Optional<Boolean> onboardingInfo,
    @OmittedWhenEmpty Optional<Boolean> offboardingValue)
    implements JsonForm {
  /** The form of an answer. */
  public static LiveServerAnswer of(LiveAnswer answer) {
    return new LiveServerAnswer(
        answer.at(),
        answer.sense().word(),
        answer.defender().word(),
        answer.forcePassive(),
        answer.disabledByPolicy(),
        answer.runningMode(),
        answer.platform(),
        answer.sensor(),
        answer.onboardingInfo(),
        answer.offboardingValue());
  }
}
