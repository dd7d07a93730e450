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

  /** A fleet on which nobody has asked for a mode. */
  public Antiviruses(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Writes ForceDefenderPassiveMode: 1 passive, 0 active. A Group Policy may write it over. */
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

  /** The sensor was onboarded: now the value counts, if it is there. */
  public void onboarded(int device) {
    decide(device);
  }

  /** The sensor was offboarded: the value counts no longer. */
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

  /** A policy turns the antivirus off; inventory, which is taken before, does not know. */
  public void disable(int device) {
    disabled.add(device);
  }

  /** Whether a policy turned it off. */
  public boolean isDisabled(int device) {
    return disabled.contains(device);
  }

  /** ForceDefenderPassiveMode, where somebody wrote it. */
  public Optional<Integer> asked(int device) {
    return Optional.ofNullable(asked.get(device));
  }

  /** AMRunningMode; empty while no sensor is onboarded, for it means nothing then. */
  public Optional<String> runningMode(int device) {
    return Optional.ofNullable(running.get(device));
  }
}
