package dev.garrison.fleet.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A server's own answer through CMPivot. An empty value was not asked for, or not answered yet.
 *
 * @param at time at which the answer was read
 * @param sense the service of the sensor
 * @param defender the service WinDefend
 * @param forcePassive ForceDefenderPassiveMode: the mode that the registry requests, {@code not
 *     set} where it requests none
 * @param disabledByPolicy DisableAntiSpyware: any value but 0 turns the antivirus off, {@code not
 *     set} where there is no policy
 * @param runningMode AMRunningMode: the actual mode of the antivirus
 * @param platform AMProductVersion: the version of the antivirus platform
 * @param sensor the version of MsSense.exe
 * @param realTime RealTimeProtectionEnabled: whether real-time protection is on
 * @param otherAntivirus another maker's antivirus whose service runs, {@code none} where none of
 *     the known products does
 * @param onboardingInfo whether the policy key contains OnboardingInfo
 * @param offboardingValue whether it contains the offboarding value
 * @see <a href="https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus">
 *     Get-MpComputerStatus</a>
 */
public record LiveAnswer(
    Instant at,
    LiveService sense,
    LiveService defender,
    Optional<String> forcePassive,
    Optional<String> disabledByPolicy,
    Optional<String> runningMode,
    Optional<String> platform,
    Optional<String> sensor,
    Optional<Boolean> realTime,
    Optional<String> otherAntivirus,
    Optional<Boolean> onboardingInfo,
    Optional<Boolean> offboardingValue) {
  /** Text for a registry value that does not exist. */
  public static final String NOT_SET = "not set";

  /** Text for a server on which no other antivirus runs. */
  public static final String NONE = "none";

  /** Truncates the time to the second, because people read it. */
  public LiveAnswer {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Checks whether the service WinDefend exists and may start. */
  public boolean hasDefender() {
    return defender == LiveService.RUNNING || defender == LiveService.STOPPED;
  }

  /** Checks whether the policy DisableAntiSpyware turns Microsoft Defender Antivirus off. */
  public boolean isDisabledByPolicy() {
    return disabledByPolicy
        .filter(value -> !value.equals("0") && !value.equals(NOT_SET))
        .isPresent();
  }
}
