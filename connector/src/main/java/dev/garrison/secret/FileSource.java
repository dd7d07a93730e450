package dev.garrison.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files that only their owner can read, in UTF-8. One line end at the end is not part of it. */
final class FileSource implements SecretSource {
  private static final int MOST_BYTES = 64 * 1024;

  private final Path folder;

  FileSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public char[] read(String place) {
    Path file = PrivateFile.require(folder.resolve(place));
    try {
      return characters(file);
    } catch (IOException e) {
      String reason = e instanceof CharacterCodingException ? "not UTF-8" : PrivateFile.reason(e);
      throw PrivateFile.unreadable(file, reason, e);
    }
  }

  private static char[] characters(Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(MOST_BYTES + 1);
    }
    try {
      if (bytes.length > MOST_BYTES) {
        throw new IOException("larger than 64 KiB");
      }
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      char[] value = Arrays.copyOf(decoded.array(), withoutLineEnd(decoded));
      Arrays.fill(decoded.array(), '\0');
      return value;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static int withoutLineEnd(CharBuffer text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }
}
