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
  /** Traits of devices in most tenants. */
  public static final AntivirusTraits COMMON = new AntivirusTraits(true, false, false);

  /** The same traits after the removal of that Group Policy. */
  AntivirusTraits repaired() {
    return new AntivirusTraits(tamperProtected, losesPassive, false);
  }
}
