package dev.garrison.fleet.antivirus;

import dev.garrison.fleet.live.LiveAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is reported of one server's antivirus. An empty value is not told; it never means off or
 * missing.
 *
 * @param inventoried time of its hardware inventory
 * @param defender service WinDefend in inventory
 * @param others other makers' products in inventory
 * @param stated product that the manifest states for the server, valid today
 * @param custom its row of the custom inventory class
 * @param protection state that the Endpoint Protection client sent
 * @param sensorSeen whether the same inventory shows the sensor onboarded
 * @param agent whether the service Sense starts automatically, as it does once the sensor of the
 *     unified agent is onboarded; false where there is none
 * @param passiveRead whether ForceDefenderPassiveMode was read as 1 by the deployment that sets it
 * @param live the server's own answer
 */
public record AntivirusEvidence(
    Optional<Instant> inventoried,
    Running defender,
    Others others,
    Optional<Stated> stated,
    Optional<CustomRow> custom,
    ProtectionState protection,
    boolean sensorSeen,
    Optional<Boolean> agent,
    boolean passiveRead,
    Optional<LiveAnswer> live) {
  /**
   * The part that tells of the time after onboarding. Inventory is taken now and then, and
   * onboarding changes the mode; inventory that does not show the sensor onboarded is from before.
   * In one that does and tells services, a service without a row is missing.
   *
   * @param needsAgent whether only the unified agent counts: inventory that shows another sensor is
   *     from before too, whatever its tenant
   */
  public AntivirusEvidence sinceOnboarding(boolean needsAgent) {
    return isSinceOnboarding(needsAgent) ? this : without(Others.NOT_TOLD);
  }

  /** Checks whether inventory shows the sensor onboarded, and is from after that. */
  public boolean isSinceOnboarding(boolean needsAgent) {
    return sensorSeen && (!needsAgent || agent.orElse(true));
  }

  /** The part without what the site tells of Microsoft Defender Antivirus. */
  public AntivirusEvidence withoutDefender() {
    return without(others);
  }

  private AntivirusEvidence without(Others known) {
    return new AntivirusEvidence(
        inventoried,
        Running.NOT_TOLD,
        known,
        stated,
        Optional.empty(),
        ProtectionState.NOT_TOLD,
        sensorSeen,
        agent,
        passiveRead,
        live);
  }

  /** A service in hardware inventory. */
  public enum Running {
    /** No services were sent. */
    NOT_TOLD,
    MISSING,
    /** The service exists; its State was not sent. */
    INSTALLED,
    STOPPED,
    RUNNING
  }

  /**
   * Products of other makers in hardware inventory.
   *
   * @param told whether the State of services was sent, so that a product that is not running is
   *     known not to run
   * @param running antivirus whose service runs
   * @param installed antivirus of which only the service or the program is there
   * @param unwatched whether an antivirus is installed of which no service is known, so that
   *     nothing tells whether it runs
   * @param sensor product that only detects
   */
  public record Others(
      boolean told,
      Optional<String> running,
      Optional<String> installed,
      boolean unwatched,
      Optional<String> sensor) {
    /** Value for a server that sent nothing. */
    public static final Others NOT_TOLD =
        new Others(false, Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  /**
   * Product that the manifest states.
   *
   * @param byService whether the statement names the product's service, so that the server itself
   *     or its inventory can disprove it
   */
  public record Stated(String product, boolean byService) {}

  /**
   * Row of the custom inventory class over MSFT_MpComputerStatus.
   *
   * @param mode AMRunningMode
   * @param realTime RealTimeProtectionEnabled
   */
  public record CustomRow(Optional<String> mode, Optional<Boolean> realTime) {}

  /**
   * State that the Endpoint Protection client sent; empty where the site has no such role.
   *
   * @param realTime RtpEnabled
   * @param antivirus AntivirusEnabled or EPAntivirusEnabled
   */
  public record ProtectionState(Optional<Boolean> realTime, Optional<Boolean> antivirus) {
    /** Value for a server that sent nothing. */
    public static final ProtectionState NOT_TOLD =
        new ProtectionState(Optional.empty(), Optional.empty());
  }
}
