package dev.garrison.jobaccess;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON messages on a socket: four bytes give the length of the text that follows. */
final class Frames {
  /** Most bytes of the secret, in its quotation marks. */
  static final int SECRET = 100;

  /** Most bytes of a request: the names in it are those of a support bundle. */
  static final int REQUEST = 1024 * 1024;

  /** Most bytes of an answer: as many as a plan file may have. */
  static final int ANSWER = 16 * 1024 * 1024;

  private final ByteChannel channel;
  private final Json json;

  Frames(ByteChannel channel, Json json) {
    this.channel = channel;
    this.json = json;
  }

  /**
   * Reads the next message; empty at the end.
   *
   * @throws JsonException where it is too long, or no JSON
   */
  Optional<JsonNode> read(int most) throws IOException {
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    if (!fill(length)) {
      return Optional.empty();
    }
    int bytes = length.flip().getInt();
    if (bytes < 0 || bytes > most) {
      throw new IOException("a message of %d bytes".formatted(bytes & 0xffff_ffffL));
    }
    ByteBuffer text = ByteBuffer.allocate(bytes);
    if (!fill(text)) {
      throw new EOFException("a message without its text");
    }
    return Optional.of(json.parse(new String(text.array(), StandardCharsets.UTF_8)));
  }

  /** Fills the buffer; false where the stream has ended. */
  private boolean fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        if (buffer.position() == 0) {
          return false;
        }
        throw new EOFException("half a message");
      }
    }
    return true;
  }

  void write(JsonNode tree, int most) throws IOException {
    byte[] text = json.canonical(tree).getBytes(StandardCharsets.UTF_8);
    if (text.length > most) {
      throw new IOException("a message of %d bytes".formatted(text.length));
    }
    ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + text.length);
    frame.putInt(text.length).put(text).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }
}
