package dev.garrison.lab.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many devices, each computed from its index when it is asked for. */
public final class GeneratedFleet implements Fleet {
  private static final OperatingSystem[] SYSTEMS = OperatingSystem.values();
  private static final int WITHOUT_CLIENT_ONE_IN = 97;
  private final int size;
  private static final int TENS = 10;
  private static final int ONBOARDED_OF_TEN = 5;
  private static final String OTHER_TENANT = "77aa0000-0000-4000-8000-000000000003";

  private final String clientVersion;
  private final String tenant;

  /**
   * So many devices with one client version.
   *
   * @param tenant to which half of the sensors report; a few report to another one
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
    return new Device(
        index,
        String.format(Locale.ROOT, "LAB%06d", index),
        SYSTEMS[index % SYSTEMS.length],
        index % WITHOUT_CLIENT_ONE_IN == 0 ? Optional.empty() : Optional.of(clientVersion),
        List.of(),
        onboardedTo(index),
        new Contact(index % 50 != 7, index % 500 == 3, index % 250 != 11),
        InstallTraits.COMMON,
        AntivirusTraits.COMMON);
  }

  private Optional<String> onboardedTo(int index) {
    if (index % TENS >= ONBOARDED_OF_TEN) {
      return Optional.empty();
    }
    return Optional.of(index % 1000 == 13 ? OTHER_TENANT : tenant);
  }
}
