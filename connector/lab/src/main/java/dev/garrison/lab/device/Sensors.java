package dev.garrison.lab.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Defender for Endpoint sensor on each device: what the registry says, and what hardware
 * inventory last reported. Safe to read while it changes.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/troubleshoot-onboarding">Troubleshoot
 *     onboarding: OnboardingState and OrgId</a>
 */
public final class Sensors {
  private final Map<Integer, String> onboarded = new ConcurrentHashMap<>();
  private final Map<Integer, Report> reported = new ConcurrentHashMap<>();

  /** What inventory said of an onboarded sensor. */
  public record Report(String orgId, Instant lastConnected) {}

  /** Sensors that report from the start are inventoried too. */
  public static Sensors of(List<Device> devices, Instant start) {
    Sensors sensors = new Sensors();
    for (Device device : devices) {
      device.onboardedTo().ifPresent(orgId -> sensors.onboard(device.index(), orgId));
      sensors.report(device.index(), start);
    }
    return sensors;
  }

  /** Onboards a device. */
  public void onboard(int device, String orgId) {
    onboarded.put(device, orgId);
  }

  /** The organisation in the registry (Status\OrgId); OnboardingState is 1 exactly when present. */
  public Optional<String> orgId(int device) {
    return Optional.ofNullable(onboarded.get(device));
  }

  /** Hardware inventory reports what the registry says. */
  public void report(int device, Instant when) {
    orgId(device).ifPresent(orgId -> reported.put(device, new Report(orgId, when)));
  }

  /** What inventory knows. */
  public Optional<Report> reported(int device) {
    return Optional.ofNullable(reported.get(device));
  }
}
