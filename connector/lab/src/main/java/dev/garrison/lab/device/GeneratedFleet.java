package dev.garrison.lab.device;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many devices, each computed from its index when it is requested. */
public final class GeneratedFleet implements Fleet {
  private static final OperatingSystem[] SYSTEMS =
      EnumSet.range(OperatingSystem.SERVER_2012_R2, OperatingSystem.WINDOWS_11).stream()
          .filter(system -> system != OperatingSystem.SERVER_2012)
          .toArray(OperatingSystem[]::new);
  private static final int WITHOUT_CLIENT_ONE_IN = 97;
  private final int size;
  private static final int TENS = 10;
  private static final int ONBOARDED_OF_TEN = 5;
  private static final String OTHER_TENANT = "77aa0000-0000-4000-8000-000000000003";

  private static final int WITHOUT_WINDOW_ONE_IN = 23;
  private static final int SHORT_OF_DISK_ONE_IN = 101;
  private static final Map<OperatingSystem, Device.Condition> HEALTHY =
      Arrays.stream(SYSTEMS)
          .collect(Collectors.toMap(Function.identity(), Device.Condition::healthy));
  private static final MaintenanceWindow NIGHT =
      new MaintenanceWindow(
          MaintenanceWindow.Kind.GENERAL,
          LocalTime.of(22, 0),
          Duration.ofHours(4),
          Optional.empty());

  private final String clientVersion;
  private final String tenant;

  /**
   * Creates a number of devices with one client version.
   *
   * @param tenant the organization to which half of the sensors report; a few report to another one
   */
  public GeneratedFleet(int size, String clientVersion, String tenant) {
    this.size = size;
    this.clientVersion = clientVersion;
    this.tenant = tenant;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Device at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    OperatingSystem system = SYSTEMS[index % SYSTEMS.length];
    return new Device(
        index,
        String.format(Locale.ROOT, "LAB%06d", index),
        system,
        index % WITHOUT_CLIENT_ONE_IN == 0 ? Optional.empty() : Optional.of(clientVersion),
        index % WITHOUT_WINDOW_ONE_IN == 0 ? List.of() : List.of(NIGHT),
        onboardedTo(index),
        new Contact(index % 50 != 7, index % 500 == 3, index % 250 != 11),
        InstallTraits.COMMON,
        AntivirusTraits.COMMON,
        condition(system, index),
        List.of());
  }

  private static Device.Condition condition(OperatingSystem system, int index) {
    return index % SHORT_OF_DISK_ONE_IN == 0 ? healthy(system).withFree(200) : healthy(system);
  }

  private static Device.Condition healthy(OperatingSystem system) {
    return Objects.requireNonNull(HEALTHY.get(system));
  }

  private Optional<String> onboardedTo(int index) {
    if (index % TENS >= ONBOARDED_OF_TEN) {
      return Optional.empty();
    }
    return Optional.of(index % 1000 == 13 ? OTHER_TENANT : tenant);
  }
}
