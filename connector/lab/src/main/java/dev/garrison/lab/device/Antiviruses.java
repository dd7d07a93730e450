package dev.garrison.lab.device;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Microsoft Defender Antivirus on each device: the requested mode and the actual mode. The registry
 * requests the mode. Safe to read while it changes.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure">
 *     Configure Microsoft Defender Antivirus on Windows Server: its modes, and what tamper
 *     protection does to them</a>
 */
public final class Antiviruses {
  private static final String NORMAL = "Normal";
  private static final String PASSIVE = "Passive Mode";
  private final Fleet fleet;
  private final Map<Integer, Integer> asked = new ConcurrentHashMap<>();
  private final Map<Integer, String> running = new ConcurrentHashMap<>();
  private final Set<Integer> disabled = ConcurrentHashMap.newKeySet();

  /** Creates the antivirus state of a fleet on which no mode is requested. */
  public Antiviruses(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Writes ForceDefenderPassiveMode: 1 passive, 0 active. A Group Policy can overwrite it. */
  public void ask(int device, int value) {
    asked.put(device, fleet.at(device).antivirus().overruled() ? 0 : value);
    if (!running.containsKey(device)) {
      return; // Without an onboarded sensor the value decides nothing yet.
    }
    boolean stays = fleet.at(device).antivirus().tamperProtected() && isActive(device);
    if (!stays) {
      decide(device);
    }
  }

  /** Applies the value, if there is one, because the sensor was onboarded. */
  public void onboarded(int device) {
    decide(device);
  }

  /** Ends the effect of the value, because the sensor was offboarded. */
  public void offboarded(int device) {
    running.remove(device);
  }

  private void decide(int device) {
    boolean passive =
        asked(device).equals(Optional.of(1)) && !fleet.at(device).antivirus().losesPassive();
    running.put(device, passive ? PASSIVE : NORMAL);
  }

  private boolean isActive(int device) {
    return NORMAL.equals(running.get(device));
  }

  /**
   * Turns the antivirus off, as a policy does. Inventory does not know, because it is taken before.
   */
  public void disable(int device) {
    disabled.add(device);
  }

  /** Whether a policy turned the antivirus off. */
  public boolean isDisabled(int device) {
    return disabled.contains(device);
  }

  /** ForceDefenderPassiveMode, if it was written. */
  public Optional<Integer> asked(int device) {
    return Optional.ofNullable(asked.get(device));
  }

  /** AMRunningMode; empty while no sensor is onboarded, because it has no meaning then. */
  public Optional<String> runningMode(int device) {
    return Optional.ofNullable(running.get(device));
  }
}
