package dev.garrison.schedule;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Text;
import dev.garrison.login.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Detects changes of the manifest's file. The file is read at intervals, however often callers ask,
 * and by one thread at a time, because it may be on a file server that does not respond.
 */
public final class ManifestWatch {
  /** Time for which a result is used again. */
  public static final Duration HOLDS = Duration.ofSeconds(15);

  private final Sha256 begun;
  private final Supplier<Sha256> file;
  private final InstantSource clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Looked looked = new Looked(Instant.MIN, Optional.empty());

  private record Looked(Instant until, Optional<String> amiss) {}

  /**
   * @param begun the digest of the file when it was read
   * @param file reads the current digest, or refuses
   */
  public ManifestWatch(Sha256 begun, Supplier<Sha256> file, InstantSource clock) {
    this.begun = begun;
    this.file = file;
    this.clock = new SteadyClock(clock);
  }

  /** Problem of the manifest's file, as a clause without confidential details. */
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
          : Optional.of(Text.of("service-problem.manifest-changed").toString());
    } catch (RefusalException unreadable) {
      return Optional.of(Text.of("service-problem.manifest-unreadable").toString());
    }
  }
}
