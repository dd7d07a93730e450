package dev.garrison.share;

import dev.garrison.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to send: its expected name, size, and digest, and its bytes.
 *
 * @param file name, size, and digest that the bytes must have
 * @param bytes opens the bytes, as often as needed
 * @param version the version in the file, if known
 */
public record FileSource(ContentFile file, Opener bytes, Optional<FileVersion> version) {
  /** Creates a file whose version is unknown. */
  public FileSource(ContentFile file, Opener bytes) {
    this(file, bytes, Optional.empty());
  }

  /** Opens a stream of the same bytes each time. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** Creates a file from bytes in memory. */
  public static FileSource of(String name, byte[] content) {
    byte[] copy = content.clone();
    return new FileSource(
        new ContentFile(name, copy.length, Sha256.of(copy)), () -> new ByteArrayInputStream(copy));
  }

  /**
   * Creates a file from a file of this computer, with its own name; reads it once for the digest.
   */
  public static FileSource of(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (InputStream stream = Files.newInputStream(path)) {
      return new FileSource(
          new ContentFile(name, Files.size(path), Sha256.of(stream)),
          () -> Files.newInputStream(path));
    }
  }
}
