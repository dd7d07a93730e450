package dev.garrison.lab.device;

/**
 * Reaction of Microsoft Defender Antivirus to a change of its mode.
 *
 * @param tamperProtected whether it stays active once it was active on an onboarded server,
 *     regardless of the registry
 * @param losesPassive whether something on the device makes it active in spite of the registry
 * @param overruled whether a Group Policy sets ForceDefenderPassiveMode to 0, even after another
 *     program writes 1
 * @param edrBlock whether the tenant has EDR in block mode on, which is then what AMRunningMode
 *     says of an active antivirus and of a passive one
 * @param realTimeOff whether a policy turns real-time protection off
 * @param passive whether ForceDefenderPassiveMode is 1 from the start
 * @param oldSensor whether the sensor of the Microsoft Monitoring Agent reports to the organization
 *     at the start, instead of that of the unified agent
 */
public record AntivirusTraits(
    boolean tamperProtected,
    boolean losesPassive,
    boolean overruled,
    boolean edrBlock,
    boolean realTimeOff,
    boolean passive,
    boolean oldSensor) {
  /** Traits of devices in most tenants. */
  public static final AntivirusTraits COMMON =
      new AntivirusTraits(true, false, false, false, false, false, false);

  /** The same traits after the removal of that Group Policy. */
  AntivirusTraits repaired() {
    return new AntivirusTraits(
        tamperProtected, losesPassive, false, edrBlock, realTimeOff, passive, oldSensor);
  }

  /** The same traits with or without something that makes the antivirus active. */
  AntivirusTraits losing(boolean loses) {
    return new AntivirusTraits(
        tamperProtected, loses, overruled, edrBlock, realTimeOff, passive, oldSensor);
  }
}
