package dev.garrison.state;

import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * First and last complete line of one run's journal. The lines between them are not read, because
 * there are many journals, and some are long.
 *
 * @param first absent where no line is complete; an empty text, which is no entry, where the line
 *     is not UTF-8
 * @param tail the digest of the last line, which the next run's first line holds
 */
record JournalEdges(
    Path file, Optional<String> first, Optional<String> last, Optional<String> tail) {
  private static final int BLOCK = 8 * 1024;
  private static final int NONE = -1;

  static JournalEdges read(Path file) {
    try (FileChannel bytes = FileChannel.open(file)) {
      if (bytes.size() > JournalText.LARGEST) {
        throw JournalText.tooLarge(file);
      }
      long end = lineEndBefore(bytes, bytes.size());
      if (end == NONE) {
        return new JournalEdges(file, Optional.empty(), Optional.empty(), Optional.empty());
      }
      long start = lineEndBefore(bytes, end) + 1;
      byte[] last = line(bytes, start, end);
      byte[] first = start == 0 ? last : line(bytes, 0, lineEndFrom(bytes, end));
      return new JournalEdges(
          file,
          Optional.of(text(first)),
          Optional.of(text(last)),
          Optional.of(Sha256.of(last).hex()));
    } catch (IOException e) {
      throw JournalFolder.unreadable(file, e);
    }
  }

  /** The name of the run. */
  String run() {
    return JournalText.run(file);
  }

  private static long lineEndBefore(FileChannel bytes, long limit) throws IOException {
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

  /** Position of the first line end, if the last one is at this position. */
  private static long lineEndFrom(FileChannel bytes, long last) throws IOException {
    for (long start = 0; start < last; start += BLOCK) {
      byte[] block = block(bytes, start, Math.min(last, start + BLOCK));
      for (int index = 0; index < block.length; index++) {
        if (block[index] == '\n') {
          return start + index;
        }
      }
    }
    return last;
  }

  private static byte[] block(FileChannel bytes, long start, long end) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(end - start));
    while (block.hasRemaining() && bytes.read(block, start + block.position()) >= 0) {
      // It reads as much as it can at once.
    }
    return Arrays.copyOf(block.array(), block.position());
  }

  private static byte[] line(FileChannel bytes, long start, long end) throws IOException {
    byte[] line = block(bytes, start, end);
    boolean edited = line.length > 0 && line[line.length - 1] == '\r';
    return edited ? Arrays.copyOf(line, line.length - 1) : line;
  }

  private static String text(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException _) {
      // Whoever reads it finds no entry; verify() says what is wrong with the file.
      return "";
    }
  }
}
