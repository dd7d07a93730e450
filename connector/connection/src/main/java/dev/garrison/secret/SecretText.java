package dev.garrison.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes a secret from bytes in UTF-8. One line end at the end is not part of the secret. */
final class SecretText {
  static final int MOST_BYTES = 64 * 1024;

  private SecretText() {}

  /** Decodes the characters, and clears the bytes. */
  static char[] of(byte[] bytes) throws CharacterCodingException {
    try {
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
