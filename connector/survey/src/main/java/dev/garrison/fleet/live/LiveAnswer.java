package dev.garrison.fleet.live;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server itself answered when it was asked (CMPivot). What is empty it was not asked, or has
 * not answered.
 *
 * @param at when its answer was read
 * @param sense the service of the sensor
 * @param defender the service WinDefend
 * @param forcePassive ForceDefenderPassiveMode: what the registry asks the antivirus to be, {@code
 *     not set} where it asks nothing
 * @param disabledByPolicy DisableAntiSpyware: anything but 0 turns the antivirus off, {@code not
 *     set} where no policy says anything
 * @param runningMode AMRunningMode: what the antivirus is
 * @param platform AMProductVersion: the version of the antivirus platform
 * @param sensor the version of MsSense.exe
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
    Optional<String> sensor) {
  /** What a value of the registry is where it is not there. */
  public static final String NOT_SET = "not set";
}
