package dev.garrison.secret;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads secrets from files that only their owner can read, in UTF-8. One line end at the end is not
 * part of the secret.
 */
final class SecretFile implements SecretSource {
  private final Path folder;

  SecretFile(Path folder) {
    this.folder = folder;
  }

  @Override
  public char[] read(String place) {
    Path file = PrivateFile.require(folder.resolve(place));
    try {
      return characters(file);
    } catch (IOException e) {
      Text reason =
          e instanceof CharacterCodingException
              ? Text.of("secret.not-text")
              : PrivateFile.reason(e);
      throw PrivateFile.unreadable(file, reason, e);
    }
  }

  private static char[] characters(Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(SecretText.MOST_BYTES + 1);
    }
    if (bytes.length > SecretText.MOST_BYTES) {
      Arrays.fill(bytes, (byte) 0);
      throw new RefusalException(PrivateFile.unreadable(file, Text.of("secret.too-large")));
    }
    return SecretText.of(bytes);
  }
}
