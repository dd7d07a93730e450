package dev.garrison.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file with tickets, as {@code kinit} writes it. */
public final class TicketFile {
  private static final int RECENT_SECONDS = 600;
  private static final int AGE_SECONDS = 3600;
  private static final int LIFE_SECONDS = 7200;

  private TicketFile() {}

  /**
   * Lets its one ticket have ended an hour ago. The file has times in seconds, big-endian;
   * authtime, starttime and endtime follow each other.
   */
  public static void expire(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (expire(ByteBuffer.wrap(bytes)) != 1) {
        throw new IllegalStateException("not one ticket in " + file);
      }
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int expire(ByteBuffer times) {
    int now = (int) Instant.now().getEpochSecond();
    int ended = now - AGE_SECONDS;
    int begun = ended - LIFE_SECONDS;
    int changed = 0;
    for (int at = 0; at + 12 <= times.limit(); at++) {
      int issued = times.getInt(at);
      if (Math.abs(issued - now) < RECENT_SECONDS
          && issued == times.getInt(at + 4)
          && times.getInt(at + 8) > now) {
        times.putInt(at, begun).putInt(at + 4, begun).putInt(at + 8, ended);
        changed++;
      }
    }
    return changed;
  }
}
