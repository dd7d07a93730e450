package dev.garrison.server.page.frame;

import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Static files of the pages, at addresses that contain their digest. A browser can cache them
 * forever.
 */
public final class Assets {
  private static final int DIGITS = 12;
  private static final Map<String, String> TYPES =
      Map.of(
          "garrison.css", "text/css; charset=utf-8",
          "garrison.js", "text/javascript; charset=utf-8",
          "garrison.svg", "image/svg+xml");
  private static final Map<String, Asset> BY_PATH = new LinkedHashMap<>();
  private static final Map<String, String> PATHS = new LinkedHashMap<>();

  static {
    TYPES.forEach((name, type) -> {
      byte[] bytes = bytes(name);
      String path = "/assets/%s/%s".formatted(Sha256.of(bytes).hex().substring(0, DIGITS), name);
      BY_PATH.put(path, new Asset(type, bytes));
      PATHS.put(name, path);
    });
  }

  private Assets() {}

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent") // sent as it is, compared by nobody
  public record Asset(String type, byte[] bytes) {}

  /** The file at an address. */
  public static Optional<Asset> at(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /** The address of a file. */
  public static String path(String name) {
    return Objects.requireNonNull(PATHS.get(name), name);
  }

  private static byte[] bytes(String name) {
    try (InputStream stream = Assets.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
