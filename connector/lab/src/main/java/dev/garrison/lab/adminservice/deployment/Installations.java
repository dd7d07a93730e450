package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.installer.Installer;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Registry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulated installations, counted by device; none runs where a real server stands for it. */
final class Installations {
  private final Installer installer;
  private final Map<Integer, Integer> counts = new TreeMap<>();

  Installations(World world) {
    this.installer =
        new Installer(
            world.sensors(), world.antiviruses(), world.workspaces(), world.timeline()::now);
  }

  Registry registry(Device device) {
    return installer.registry(device);
  }

  int minutes(Digest.Kind kind, Optional<Path> folder, Device device) {
    return installer.minutes(kind, folder, device);
  }

  /** Lets a device restart, and returns its index. */
  int restarted(Device device) {
    return installer.restarted(device);
  }

  /** Runs a command to its end, and returns the exit code. */
  int run(Digest.Kind kind, Optional<Path> folder, Device device, int attempt) {
    if (device.joined()) {
      throw new IllegalStateException(
          device.name() + " is a real server: an installation was simulated on it");
    }
    counts.merge(device.index(), 1, Integer::sum);
    return installer.run(kind, folder, device, attempt);
  }

  /** Number of installations on a device so far. */
  int on(int device) {
    return counts.getOrDefault(device, 0);
  }
}
