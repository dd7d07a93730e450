package dev.garrison.log;

import java.time.Duration;

/**
 * How much room a log takes.
 *
 * @param bytes of one file, nearly
 * @param files that were put aside, besides the one in use
 * @param look how long a file may grow past its size before somebody looks
 */
record LogSize(long bytes, int files, Duration look) {
  /** 100 MiB for each of the two formats. */
  static final LogSize DEFAULT = new LogSize(10L * 1024 * 1024, 9, Duration.ofSeconds(1));
}
