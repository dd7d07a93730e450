package dev.garrison.payload;

import dev.garrison.digest.Sha256;
import dev.garrison.language.Text;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A package file, opened once: all statements about it refer to the same bytes. Reads are bounded
 * by the caller and may come from several threads at once.
 */
public final class PackageFile implements AutoCloseable {
  private static final int HEAD = 4096;
  private static final int BLOCK = 1 << 18;

  /** Source of the bytes. */
  private interface Bytes extends AutoCloseable {
    int read(long position, ByteBuffer target) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final String name;
  private final long size;
  private final Bytes bytes;
  private final byte[] head;

  private PackageFile(String name, long size, Bytes bytes) throws IOException {
    this.name = name;
    this.size = size;
    this.bytes = bytes;
    this.head = read(0, (int) Math.min(HEAD, size));
  }

  /** Opens a regular file of this machine; refuses a folder, or a pipe that waits for a writer. */
  public static PackageFile open(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new DamagedFileException(
          Text.of(Files.isDirectory(path) ? "local-file.folder" : "local-file.special"));
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new PackageFile(
          String.valueOf(path.getFileName()), channel.size(), new OpenFile(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Bytes in memory, such as one entry of a zip. */
  public static PackageFile of(String name, byte[] content) {
    try {
      return new PackageFile(name, content.length, new InMemory(ByteBuffer.wrap(content.clone())));
    } catch (IOException e) {
      throw new IllegalStateException("memory can always be read", e);
    }
  }

  /** The name without folders. */
  public String name() {
    return name;
  }

  /** Size in bytes, when the file was opened. */
  public long size() {
    return size;
  }

  /** The first 4096 bytes, or all when there are fewer: enough to distinguish the formats. */
  public byte[] head() {
    return head.clone();
  }

  /** Whether the file begins with these bytes. */
  public boolean startsWith(byte... magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  /**
   * Reads exactly this number of bytes from a position.
   *
   * @throws EOFException when the file ends before
   */
  public byte[] read(long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    read(position, target);
    return target.array();
  }

  /**
   * Fills the remaining space of the buffer.
   *
   * @throws EOFException when the file ends before
   */
  public void read(long position, ByteBuffer target) throws IOException {
    long from = position;
    while (target.hasRemaining()) {
      int read = bytes.read(from, target);
      if (read < 0) {
        throw new EOFException(name + " ends before byte " + from);
      }
      from += read;
    }
  }

  /**
   * Reads all bytes, if there are at most this number; otherwise fails with {@link IOException}.
   */
  public byte[] all(int most) throws IOException {
    if (size > most) {
      throw new DamagedFileException(Text.of("local-file.large", "limit", most));
    }
    return read(0, (int) size);
  }

  /** Digest of the complete file, in constant memory. */
  public Sha256 sha256() throws IOException {
    MessageDigest digest = Sha256.algorithm();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
    for (long at = 0; at < size; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(BLOCK, size - at));
      read(at, buffer);
      digest.update(buffer.flip());
    }
    return Sha256.finish(digest);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private record OpenFile(FileChannel channel) implements Bytes {
    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private record InMemory(ByteBuffer content) implements Bytes {
    @Override
    public int read(long position, ByteBuffer target) {
      if (position >= content.limit()) {
        return -1;
      }
      int length = (int) Math.min(target.remaining(), content.limit() - position);
      target.put(content.slice((int) position, length));
      return length;
    }

    @Override
    public void close() {}
  }
}
