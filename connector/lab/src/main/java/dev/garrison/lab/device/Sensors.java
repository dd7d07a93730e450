package dev.garrison.lab.device;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Defender for Endpoint sensor on each device. It has the state in the registry and the last
 * report of hardware inventory. Safe to read while it changes.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding">Troubleshoot
 *     onboarding: OnboardingState and OrgId</a>
 */
public final class Sensors {
  /** Key of the two values that tell a sensor to join or to leave. */
  public static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";

  /** Value that tells a sensor to join, a secret. */
  public static final String ONBOARDING_VALUE = "OnboardingInfo";

  /** Value that tells a sensor to leave, a secret. */
  public static final String OFFBOARDING_VALUE = "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A";

  private static final String SECRET = "{\"body\":\"the-secret-blob %s\"}";
  private final Map<Integer, String> onboarded = new ConcurrentHashMap<>();
  private final Map<Integer, String> left = new ConcurrentHashMap<>();
  private final Set<Integer> agents = ConcurrentHashMap.newKeySet();
  private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();
  private final Set<Integer> disconnected = ConcurrentHashMap.newKeySet();

  /** Organizations that sensors were told to join and have not joined yet. */
  private final Map<Integer, String> joining = new ConcurrentHashMap<>();

  private final Map<Integer, Report> reported = new ConcurrentHashMap<>();

  /** Inventory report of a sensor that is or was onboarded. */
  public record Report(String orgId, boolean onboarded, boolean running, Instant lastConnected) {}

  private final Set<Integer> held = ConcurrentHashMap.newKeySet();

  /** Values that were written to the registry, by key and name. */
  private final Map<String, String> written = new ConcurrentHashMap<>();

  /** Creates the sensors of devices. Inventory also has those that report from the start. */
  public static Sensors of(List<Device> devices, Instant start) {
    Sensors sensors = new Sensors();
    for (Device device : devices) {
      device.onboardedTo().ifPresent(orgId -> sensors.onboard(device.index(), orgId));
      if (device.antivirus().oldSensor()) {
        sensors.agents.remove(device.index());
        sensors.withdraw(device.index());
      }
      if (device.isInventoried()) {
        sensors.report(device.index(), start);
      }
    }
    return sensors;
  }

  /** Writes a value to the registry of a device; a number as its decimal digits. */
  public void write(int device, String key, String name, String value) {
    written.put(place(device, key, name), value);
  }

  /**
   * Lets another administrator's policy control these settings on a device. Written values do not
   * stay.
   */
  public void hold(int device) {
    held.add(device);
  }

  /** Whether another administrator's policy controls the settings. */
  public boolean isHeld(int device) {
    return held.contains(device);
  }

  /** Removes a value from the registry of a device. */
  public void remove(int device, String key, String name) {
    written.remove(place(device, key, name));
  }

  /** Value that was written. */
  public Optional<String> written(int device, String key, String name) {
    return Optional.ofNullable(written.get(place(device, key, name)));
  }

  /** Whether any value was written into a key. */
  boolean hasKey(int device, String key) {
    String start = place(device, key, "");
    return written.keySet().stream().anyMatch(place -> place.startsWith(start));
  }

  private static String place(int device, String key, String name) {
    return device + "\\" + key.toLowerCase(Locale.ROOT) + "\\" + name.toLowerCase(Locale.ROOT);
  }

  /**
   * Tells the sensor of a device to join, in place of leaving. It does so while it is connected;
   * the device then has the agent.
   */
  public void onboard(int device, String orgId) {
    remove(device, POLICY, OFFBOARDING_VALUE);
    write(device, POLICY, ONBOARDING_VALUE, SECRET.formatted(orgId));
    agents.add(device);
    joining.put(device, orgId);
    hear(device);
  }

  /** Tells the sensor of a device to leave, in place of joining: while it is connected. */
  public void leave(int device) {
    withdraw(device);
    write(device, POLICY, OFFBOARDING_VALUE, SECRET.formatted(""));
    hear(device);
  }

  /** Removes what tells a sensor to join, so that it does not if it has not yet. */
  public void withdraw(int device) {
    remove(device, POLICY, ONBOARDING_VALUE);
    joining.remove(device);
  }

  /** Disconnects a sensor, or connects it, so that it does what it was told in the meantime. */
  public void connect(int device, boolean connected) {
    if (connected) {
      disconnected.remove(device);
      hear(device);
    } else {
      disconnected.add(device);
    }
  }

  /** Whether a sensor reaches its service. */
  public boolean isConnected(int device) {
    return !disconnected.contains(device);
  }

  private void hear(int device) {
    if (!isConnected(device)) {
      return;
    }
    String orgId = joining.remove(device);
    if (orgId != null) {
      onboarded.put(device, orgId);
      left.remove(device);
      stopped.remove(device);
    } else if (written(device, POLICY, OFFBOARDING_VALUE).isPresent()) {
      offboard(device);
    }
  }

  /** Installs the agent, which onboards nothing. */
  public void install(int device) {
    agents.add(device);
  }

  /**
   * Offboards a device: OnboardingState becomes 0, and the agent stays. So does OnboardingInfo, as
   * after the portal's API.
   */
  public void offboard(int device) {
    String orgId = onboarded.remove(device);
    if (orgId != null) {
      left.put(device, orgId);
    }
  }

  /** Removes the agent from a device, with the values that it wrote about itself. */
  public void uninstall(int device) {
    left.remove(device);
    agents.remove(device);
  }

  /** Organization to which it reports; OnboardingState is 1 exactly if this is present. */
  public Optional<String> orgId(int device) {
    return Optional.ofNullable(onboarded.get(device));
  }

  /** Organization that it left; OnboardingState is 0 exactly if this is present. */
  public Optional<String> left(int device) {
    return Optional.ofNullable(left.get(device));
  }

  /** Stops the service Sense until the sensor is onboarded again. */
  public void stop(int device) {
    stopped.add(device);
  }

  /** Whether the service Sense runs: the sensor is onboarded, and the service was not stopped. */
  public boolean isRunning(int device) {
    return onboarded.containsKey(device) && !stopped.contains(device);
  }

  /** Whether the agent of Windows Server 2012 R2 and 2016 is installed, if a system needs one. */
  public boolean hasAgent(int device) {
    return agents.contains(device);
  }

  /** Updates the inventory report from the registry. */
  public void report(int device, Instant when) {
    orgId(device).ifPresent(orgId -> reported.put(device, new Report(orgId, true, true, when)));
    left(device).ifPresent(orgId -> reported.put(device, new Report(orgId, false, false, when)));
    if (orgId(device).isEmpty() && left(device).isEmpty()) {
      reported.remove(device);
    }
  }

  /**
   * Takes the inventory of a real server.
   *
   * @param state empty where the server has no such class, because no sensor ever reported there
   */
  public void reportAs(int device, Optional<Report> state) {
    onboarded.remove(device);
    left.remove(device);
    stopped.remove(device);
    reported.remove(device);
    state.ifPresent(report -> {
      (report.onboarded() ? onboarded : left).put(device, report.orgId());
      if (!report.running()) {
        stopped.add(device);
      }
      reported.put(device, report);
    });
  }

  /** Last inventory report. */
  public Optional<Report> reported(int device) {
    return Optional.ofNullable(reported.get(device));
  }
}
