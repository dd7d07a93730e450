package dev.garrison.record;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One writer per site (F45). The operating system's lock on the file is the lease, so it is free as
 * soon as its holder dies, however it dies; the text in the file only names the holder.
 */
public final class FileLease implements AutoCloseable {
  /** Far behind the text, so that others can read it while the lock is held, on Windows too. */
  private static final long LOCKED_BYTE = Integer.MAX_VALUE;

  private static final int LONGEST_HOLDER = 400;

  private final FileChannel channel;

  private FileLease(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lease or says who has it.
   *
   * @param holder who we are, for the others
   */
  public static FileLease take(Path file, String holder) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        String other = holderIn(channel);
        channel.close();
        throw held(file, other);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      return new FileLease(channel);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.STATE_FOLDER_UNUSABLE,
              "The lease %s cannot be taken: %s.".formatted(file, e.getMessage()),
              "Check who may write there, or name another folder with --state."),
          e);
    }
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // Held within this very process.
    }
  }

  private static String holderIn(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(text, 0);
    String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    return holder.isEmpty() ? "another Garrison" : holder;
  }

  private static RefusalException held(Path file, String holder) {
    return new RefusalException(
        Diagnostic.error(
            RecordCode.LEASE_HELD,
            "Another Garrison is writing to this site: %s.".formatted(holder),
            "Wait until it is done; only one writes at a time. The lease is %s and is free as soon as its holder ends."
                .formatted(file)));
  }
}
