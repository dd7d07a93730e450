package dev.garrison.share.folder;

import dev.garrison.share.transfer.BlockFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of this computer, read and written in blocks, one at a time. More at once would not be
 * faster on a disk.
 */
final class FolderBlocks implements BlockFile {
  private final FileChannel channel;
  private final long size;

  private FolderBlocks(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /** Opens the file, and creates it where there is none; a link in its place is deleted. */
  static FolderBlocks open(Path place) throws IOException {
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(place);
    }
    FileChannel channel =
        FileChannel.open(
            place,
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    try {
      return new FolderBlocks(channel, channel.size());
    } catch (IOException e) {
      try (channel) {
        throw e;
      }
    }
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(int lane, long at, byte[] block) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // The file may give less than it was asked for.
    }
    return buffer.position();
  }

  @Override
  public void write(int lane, long at, ByteBuffer bytes) throws IOException {
    long next = at;
    while (bytes.hasRemaining()) {
      next += channel.write(bytes, next);
    }
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public void flush() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
