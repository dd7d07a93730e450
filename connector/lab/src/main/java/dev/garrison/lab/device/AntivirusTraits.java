package dev.garrison.lab.device;

/**
 * Reaction of Microsoft Defender Antivirus to a change of its mode.
 *
 * @param tamperProtected whether it stays active once it was active, regardless of the registry
 * @param losesPassive whether something on the device makes it active in spite of the registry
 * @param overruled whether a Group Policy sets ForceDefenderPassiveMode to 0, even after another
 *     program writes 1
 */
public record AntivirusTraits(boolean tamperProtected, boolean losesPassive, boolean overruled) {
  /** As most tenants have it. */
  public static final AntivirusTraits COMMON = new AntivirusTraits(true, false, false);

  /** The same once somebody took that Group Policy away. */
  AntivirusTraits repaired() {
    return new AntivirusTraits(tamperProtected, losesPassive, false);
  }
}
