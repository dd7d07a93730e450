package dev.garrison.manifest;

import dev.garrison.manifest.value.RelativeDeadline;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Servers that leave Defender for Endpoint: an entry of {@code offboard}.
 *
 * @param collection the existing collection that holds them, by name or id
 * @param packageFile the offboarding package; absent: the servers are kept out of the rings, and
 *     nothing is deployed to them
 * @param deadline counted from the first server that may be offboarded
 * @param shortDeadline whether a deadline less than 24 hours after that is accepted
 * @param maxDevices the limit of the number of servers
 * @param uninstall whether the agent of Windows Server 2012 R2 and 2016 is uninstalled as well
 * @param reason the reason, shown to people
 */
public record OffboardSection(
    String name,
    String collection,
    Optional<Path> packageFile,
    RelativeDeadline deadline,
    boolean shortDeadline,
    int maxDevices,
    boolean uninstall,
    String reason) {
  /** Default of {@code maxDevices}: a person does not check more servers one by one. */
  public static final int MOST_DEVICES = 25;

  public OffboardSection {
    if (maxDevices < 1) {
      throw new IllegalArgumentException("an entry holds at least one device");
    }
  }

  /** Copies the entry and replaces the name or id of its collection. */
  OffboardSection withCollection(UnaryOperator<String> words) {
    return new OffboardSection(
        name,
        words.apply(collection),
        packageFile,
        deadline,
        shortDeadline,
        maxDevices,
        uninstall,
        reason);
  }
}
