package dev.garrison.fleet.antivirus;

import dev.garrison.diagnostic.Worded;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Running mode of Microsoft Defender Antivirus (AMRunningMode).
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/defender/get-mpcomputerstatus">
 *     Get-MpComputerStatus</a>
 */
public enum RunningMode implements Worded {
  NORMAL("Normal"),
  PASSIVE("Passive"),
  /** Blocks after detection by the sensor; passive only where ForceDefenderPassiveMode is 1. */
  EDR_BLOCK("EDR Block Mode"),
  /** Limited periodic scanning beside another product. */
  SXS_PASSIVE("SxS Passive Mode"),
  NOT_RUNNING("Not running");

  private final String word;

  RunningMode(String word) {
    this.word = word;
  }

  /** Mode of a text that a server or an inventory reports; empty for one that is not known. */
  public static Optional<RunningMode> in(String text) {
    String spelled = text.strip().toLowerCase(Locale.ROOT);
    if (spelled.equals("passive mode")) {
      return Optional.of(PASSIVE);
    }
    return Arrays.stream(values())
        .filter(mode -> mode.word.toLowerCase(Locale.ROOT).equals(spelled))
        .findFirst();
  }

  /** The word that Windows uses. */
  @Override
  public String word() {
    return word;
  }
}
