package dev.garrison.lab.device;

import java.util.Optional;

/**
 * Microsoft Defender Antivirus on one server.
 *
 * @param installed whether the feature or, on 2012 R2, the agent is there
 * @param leaving whether the feature is disabled and goes with the next restart
 * @param onboarded whether the sensor of the unified agent or of Windows is onboarded
 * @param asked ForceDefenderPassiveMode, if the value exists
 * @param turnedOff whether the policy DisableAntiSpyware is set
 * @param offFirst whether that policy was set before the sensor was onboarded
 * @param heldPassive whether the installer was called with FORCEPASSIVEMODE=1, which counts until
 *     the sensor is onboarded
 * @param locked whether tamper protection keeps it active
 */
record DefenderState(
    boolean installed,
    boolean leaving,
    boolean onboarded,
    Optional<Integer> asked,
    boolean turnedOff,
    boolean offFirst,
    boolean heldPassive,
    boolean locked) {

  /** State of a device at the start of the site's time. */
  static DefenderState first(Device device) {
    boolean onboarded = device.onboardedTo().isPresent() && !device.antivirus().oldSensor();
    boolean agent = onboarded && device.os().needsAgent();
    boolean off = device.condition().disabled().contains(Antiviruses.SERVICE);
    return new DefenderState(
            agent || device.condition().services().contains(Antiviruses.SERVICE),
            false,
            onboarded,
            device.antivirus().passive()
                ? Optional.of(device.antivirus().overruled() ? 0 : 1)
                : Optional.empty(),
            off,
            off,
            false,
            false)
        .settled(device.antivirus());
  }

  /** Mode that results from all values. */
  DefenderMode mode(AntivirusTraits traits) {
    if (!installed) {
      return DefenderMode.ABSENT;
    }
    if (!onboarded) {
      // Without an onboarded sensor ForceDefenderPassiveMode has no effect.
      if (turnedOff) {
        return DefenderMode.OFF;
      }
      return heldPassive ? DefenderMode.PASSIVE : DefenderMode.ACTIVE;
    }
    if (locked) {
      return DefenderMode.ACTIVE;
    }
    if (turnedOff) {
      return offFirst ? DefenderMode.OFF : DefenderMode.PASSIVE;
    }
    return asked.equals(Optional.of(1)) && !traits.losesPassive()
        ? DefenderMode.PASSIVE
        : DefenderMode.ACTIVE;
  }

  /** Locks an antivirus that is active on an onboarded server under tamper protection. */
  private DefenderState settled(AntivirusTraits traits) {
    boolean lock = onboarded && traits.tamperProtected() && mode(traits) == DefenderMode.ACTIVE;
    return new DefenderState(
        installed, leaving, onboarded, asked, turnedOff, offFirst, heldPassive, lock);
  }

  DefenderState asking(Optional<Integer> value, AntivirusTraits traits) {
    return new DefenderState(
            installed, leaving, onboarded, value, turnedOff, offFirst, heldPassive, locked)
        .settled(traits);
  }

  /**
   * The agent of 2012 R2 or 2016 is installed.
   *
   * @param brings whether the agent brings the antivirus, as on 2012 R2
   */
  DefenderState withAgent(boolean brings, boolean passive, AntivirusTraits traits) {
    return new DefenderState(
            installed || brings, leaving, onboarded, asked, turnedOff, offFirst, passive, locked)
        .settled(traits);
  }

  DefenderState onboarded(AntivirusTraits traits) {
    return new DefenderState(installed, leaving, true, asked, turnedOff, turnedOff, false, locked)
        .settled(traits);
  }

  DefenderState offboarded() {
    return new DefenderState(installed, leaving, false, asked, turnedOff, offFirst, false, false);
  }

  DefenderState turnedOff(AntivirusTraits traits) {
    return new DefenderState(
            installed, leaving, onboarded, asked, true, !onboarded, heldPassive, locked)
        .settled(traits);
  }

  /** The feature is disabled; Windows removes it with the next restart. */
  DefenderState withoutFeature() {
    return new DefenderState(
        installed, installed, onboarded, asked, turnedOff, offFirst, heldPassive, locked);
  }

  DefenderState restarted() {
    return leaving ? removed() : this;
  }

  DefenderState removed() {
    return new DefenderState(false, false, onboarded, asked, turnedOff, offFirst, false, false);
  }
}
