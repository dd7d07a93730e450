package dev.garrison.lab.device;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Services, programs, and the antivirus of a device at one moment.
 *
 * @param programs DisplayName of uninstall entries
 * @param runningMode AMRunningMode; empty where no Microsoft Defender Antivirus answers
 * @param realTime whether Defender has real-time protection
 */
public record Snapshot(
    List<ServiceState> services,
    List<String> programs,
    Optional<String> runningMode,
    boolean realTime) {
  private static final String SENSE = "Sense";
  private static final String AGENT = "Microsoft Defender for Endpoint";

  public Snapshot {
    services = List.copyOf(services);
    programs = List.copyOf(programs);
  }

  /** The device as it is now. */
  public static Snapshot of(Device device, Sensors sensors, Antiviruses antiviruses) {
    int index = device.index();
    boolean agent = sensors.hasAgent(index) && device.os().needsAgent();
    List<OtherAntivirus> others = antiviruses.others(index);
    List<ServiceState> services = new ArrayList<>();
    for (String name : names(device, agent, antiviruses.mode(index))) {
      services.add(service(name, device, sensors, antiviruses.mode(index)));
    }
    others.forEach(product ->
        product
            .service()
            .ifPresent(name -> services.add(ServiceState.of(name, product.running(), "Auto"))));
    return new Snapshot(
        services,
        Stream.concat(
                agent ? Stream.of(AGENT) : Stream.of(),
                others.stream().flatMap(product -> product.program().stream()))
            .toList(),
        antiviruses.told(index),
        antiviruses.isRealTime(index));
  }

  private static Set<String> names(Device device, boolean agent, DefenderMode mode) {
    Set<String> names = new LinkedHashSet<>(device.condition().services());
    if (mode == DefenderMode.ABSENT) {
      names.remove(Antiviruses.SERVICE);
    } else {
      names.add(Antiviruses.SERVICE);
    }
    if (agent) {
      names.add(SENSE);
    }
    return names;
  }

  private static ServiceState service(
      String name, Device device, Sensors sensors, DefenderMode mode) {
    boolean off =
        device.condition().disabled().contains(name)
            || (name.equals(Antiviruses.SERVICE) && mode == DefenderMode.OFF);
    if (off) {
      return ServiceState.of(name, false, "Disabled");
    }
    return name.equals(SENSE)
        ? ServiceState.of(
            name,
            sensors.isRunning(device.index()),
            sensors.orgId(device.index()).isPresent() ? "Auto" : "Manual")
        : ServiceState.of(name, true, "Auto");
  }
}
