package dev.garrison.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log file, beginning with a complete line. */
final class LogTail {
  static final int MOST = 2 * 1024 * 1024;

  private LogTail() {}

  static String of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      long from = Math.max(0, size - MOST);
      ByteBuffer bytes = ByteBuffer.allocate((int) (size - from));
      long at = from;
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, at);
        if (read < 0) {
          break;
        }
        at += read;
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}
