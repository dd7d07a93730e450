package dev.garrison.lab.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many devices, each computed from its index when it is asked for. */
public final class GeneratedFleet implements Fleet {
  private static final OperatingSystem[] SYSTEMS = OperatingSystem.values();
  private static final int WITHOUT_CLIENT_ONE_IN = 97;
  private final int size;
  private final String clientVersion;

  /** So many devices with one client version. */
  public GeneratedFleet(int size, String clientVersion) {
    this.size = size;
    this.clientVersion = clientVersion;
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
        Optional.empty(),
        InstallTraits.COMMON,
        AntivirusTraits.COMMON);
  }
}
