package dev.garrison.record;

import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first and the last whole line of one run's journal. What is between them is not read: there
 * are many journals, and some are long.
 */
record JournalEdges(Path file, Optional<String> first, Optional<String> last) {
  private static final int BLOCK = 8 * 1024;
  private static final int NONE = -1;

  static JournalEdges read(Path file) {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() > JournalText.LARGEST) {
        throw JournalText.tooLarge(file);
      }
      long end = lineEndBefore(bytes, bytes.length());
      if (end == NONE) {
        return new JournalEdges(file, Optional.empty(), Optional.empty());
      }
      return new JournalEdges(
          file,
          Optional.of(text(bytes, 0, lineEndFrom(bytes))),
          Optional.of(text(bytes, lineEndBefore(bytes, end) + 1, end)));
    } catch (CharacterCodingException e) {
      throw JournalText.noText(file, e);
    } catch (IOException e) {
      throw JournalFolder.unreadable(file, e);
    }
  }

  /** The name of the run. */
  String run() {
    return JournalText.run(file);
  }

  /** The digest that the next run's first line holds; empty when no line is whole. */
  Optional<String> tail() {
    return last.map(line -> Sha256.of(line).hex());
  }

  private static long lineEndBefore(RandomAccessFile bytes, long limit) throws IOException {
    for (long stop = limit; stop > 0; stop -= BLOCK) {
      long start = Math.max(0, stop - BLOCK);
      byte[] block = block(bytes, start, stop);
      for (int index = block.length - 1; index >= 0; index--) {
        if (block[index] == '\n') {
          return start + index;
        }
      }
    }
    return NONE;
  }

  private static long lineEndFrom(RandomAccessFile bytes) throws IOException {
    for (long start = 0; ; start += BLOCK) {
      byte[] block = block(bytes, start, Math.min(bytes.length(), start + BLOCK));
      for (int index = 0; index < block.length; index++) {
        if (block[index] == '\n') {
          return start + index;
        }
      }
    }
  }

  private static byte[] block(RandomAccessFile bytes, long start, long end) throws IOException {
    byte[] block = new byte[Math.toIntExact(end - start)];
    bytes.seek(start);
    bytes.readFully(block);
    return block;
  }

  private static String text(RandomAccessFile bytes, long start, long end) throws IOException {
    String line =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(block(bytes, start, end)))
            .toString();
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
