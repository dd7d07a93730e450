package dev.garrison.lab.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Antivirus products on each device. Microsoft Defender Antivirus has a requested and an actual
 * mode; there are products of other makers as well. Safe to read while it changes.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-windows-server-configure">
 *     Configure Microsoft Defender Antivirus on Windows Server: its modes, and what tamper
 *     protection does to them</a>
 */
public final class Antiviruses {
  /** Name of Defender's service. */
  static final String SERVICE = "WinDefend";

  private static final String DEFENDER = "Microsoft Defender Antivirus";
  private final Fleet fleet;
  private final Map<Integer, DefenderState> changed = new ConcurrentHashMap<>();
  private final Map<Integer, List<OtherAntivirus>> others = new ConcurrentHashMap<>();

  /** Creates the antivirus state of a fleet, as its devices begin. */
  public Antiviruses(Fleet fleet) {
    this.fleet = fleet;
  }

  private DefenderState state(int device) {
    return changed.getOrDefault(device, DefenderState.first(fleet.at(device)));
  }

  private AntivirusTraits traits(int device) {
    return fleet.at(device).antivirus();
  }

  private void become(int device, UnaryOperator<DefenderState> change) {
    changed.put(device, change.apply(state(device)));
  }

  /** Writes ForceDefenderPassiveMode: 1 passive, 0 active. A Group Policy can overwrite it. */
  public void ask(int device, int value) {
    int kept = traits(device).overruled() ? 0 : value;
    become(device, state -> state.asking(Optional.of(kept), traits(device)));
  }

  /** Removes ForceDefenderPassiveMode. */
  public void release(int device) {
    become(device, state -> state.asking(Optional.empty(), traits(device)));
  }

  /** Installs the agent of 2012 R2 or 2016, which brings the antivirus to 2012 R2. */
  public void agentInstalled(int device, boolean passive) {
    boolean brings = fleet.at(device).os() == OperatingSystem.SERVER_2012_R2;
    become(device, state -> state.withAgent(brings, passive, traits(device)));
  }

  /** Removes the agent: 2012 R2 has no Defender then, 2016 keeps the one of Windows. */
  public void agentRemoved(int device) {
    if (fleet.at(device).os() == OperatingSystem.SERVER_2012_R2) {
      become(device, DefenderState::removed);
    }
  }

  /** Applies the value, if there is one, because the sensor was onboarded. */
  public void onboarded(int device) {
    if (fleet.at(device).os().needsAgent()) {
      agentInstalled(device, false);
    }
    become(device, state -> state.onboarded(traits(device)));
  }

  /** Ends passive mode, because the sensor was offboarded: the value stays and has no effect. */
  public void offboarded(int device) {
    become(device, DefenderState::offboarded);
  }

  /** Disables the feature; Windows removes it with the next restart. */
  public void disableFeature(int device) {
    become(device, DefenderState::withoutFeature);
  }

  /** Restarts the device. */
  public void restarted(int device) {
    become(device, DefenderState::restarted);
  }

  /** Sets DisableAntiSpyware. Inventory does not know, because it is taken before. */
  public void disable(int device) {
    become(device, state -> state.turnedOff(traits(device)));
  }

  /** Whether a policy turned the antivirus off. */
  public boolean isDisabled(int device) {
    return state(device).turnedOff();
  }

  /** ForceDefenderPassiveMode, if it was written. */
  public Optional<Integer> asked(int device) {
    return state(device).asked();
  }

  /** State of Microsoft Defender Antivirus. */
  public DefenderMode mode(int device) {
    return state(device).mode(traits(device));
  }

  /** Whether it has real-time protection. */
  public boolean isRealTime(int device) {
    return mode(device) == DefenderMode.ACTIVE && !traits(device).realTimeOff();
  }

  /** Whether it excludes what the roles of the server need. 2012 R2 has no automatic exclusions. */
  public boolean excludesRoles(int device) {
    return mode(device) == DefenderMode.ACTIVE
        && fleet.at(device).os() != OperatingSystem.SERVER_2012_R2;
  }

  /** AMRunningMode; empty while no sensor is onboarded, because it has no meaning then. */
  public Optional<String> runningMode(int device) {
    return state(device).onboarded() ? told(device) : Optional.empty();
  }

  /** AMRunningMode of Get-MpComputerStatus; empty where no service answers. */
  public Optional<String> told(int device) {
    boolean block = traits(device).edrBlock() && state(device).onboarded();
    return switch (mode(device)) {
      case ABSENT, OFF -> Optional.empty();
      case ACTIVE -> Optional.of(block ? "EDR Block Mode" : "Normal");
      case PASSIVE -> Optional.of(block ? "EDR Block Mode" : "Passive Mode");
    };
  }

  /** Products of other makers. */
  public List<OtherAntivirus> others(int device) {
    return others.getOrDefault(device, fleet.at(device).others());
  }

  /** Installs a product of another maker, or replaces it by one in another state. */
  public void install(int device, OtherAntivirus product) {
    List<OtherAntivirus> now = new ArrayList<>(others(device));
    now.removeIf(there -> there.product().equals(product.product()));
    now.add(product);
    others.put(device, List.copyOf(now));
  }

  /** Stops or starts all products of other makers. */
  public void run(int device, boolean running) {
    others.put(device, others(device).stream().map(product -> product.running(running)).toList());
  }

  /** Removes all products of other makers. */
  public void removeOthers(int device) {
    others.put(device, List.of());
  }

  /** Products that protect the device now, by name; none if nothing does. */
  public List<String> protectedBy(int device) {
    return Stream.concat(
            isRealTime(device) ? Stream.of(DEFENDER) : Stream.of(),
            others(device).stream()
                .filter(OtherAntivirus::protects)
                .filter(OtherAntivirus::running)
                .map(OtherAntivirus::product))
        .toList();
  }
}
