package dev.garrison.log;

import java.time.Duration;

/**
 * Size limits of a log.
 *
 * @param bytes approximate size of one file
 * @param files number of closed files, in addition to the one in use
 * @param look how long a file may grow past its size before the next check
 */
record LogSize(long bytes, int files, Duration look) {
  /** Limits of 100 MiB for each of the two formats. */
  static final LogSize DEFAULT = new LogSize(10L * 1024 * 1024, 9, Duration.ofSeconds(1));
}
