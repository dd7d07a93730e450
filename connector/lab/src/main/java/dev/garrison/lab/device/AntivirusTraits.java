package dev.garrison.lab.device;

/**
 * How Microsoft Defender Antivirus takes a change of its mode.
 *
 * @param tamperProtected whether it stays active once it was, whatever the registry says then
 * @param losesPassive whether something on the device makes it active in spite of the registry
 */
public record AntivirusTraits(boolean tamperProtected, boolean losesPassive) {
  /** As most tenants have it. */
  public static final AntivirusTraits COMMON = new AntivirusTraits(true, false);
}
