package dev.garrison.schedule;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whether a manifest is still what it was. The file is looked at now and then, however often
 * somebody asks, and by one at a time: it may lie on a file server that hangs.
 */
public final class ManifestWatch {
  /** For so long an answer holds. */
  public static final Duration HOLDS = Duration.ofSeconds(15);

  private final Sha256 begun;
  private final Supplier<Sha256> file;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Looked looked = new Looked(Instant.MIN, Optional.empty());

  private record Looked(Instant until, Optional<String> amiss) {}

  /**
   * @param begun its digest when it was read
   * @param file reads what its digest is now, or refuses
   */
  public ManifestWatch(Sha256 begun, Supplier<Sha256> file, InstantSource clock) {
    this.begun = begun;
    this.file = file;
    this.clock = clock;
  }

  /** What is wrong with it, as a clause that anybody may read. */
  Optional<String> amiss() {
    if (!clock.instant().isBefore(looked.until()) && looking.tryLock()) {
      try {
        looked = new Looked(clock.instant().plus(HOLDS), look());
      } finally {
        looking.unlock();
      }
    }
    return looked.amiss();
  }

  private Optional<String> look() {
    try {
      return file.get().equals(begun)
          ? Optional.empty()
          : Optional.of(
              "the manifest changed after the service started: jobs go by it already, while schedules, webhooks and the rings on pages are those of the start");
    } catch (RefusalException unreadable) {
      return Optional.of("the manifest cannot be read");
    }
  }
}
