package dev.garrison.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The documentation site that the build put into the installation.
 *
 * <p>Its files are listed once. A request can name one of them, and no other file of the computer.
 */
public final class DocumentSite {
  private static final String INDEX = "index.html";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "png", "image/png",
          "svg", "image/svg+xml");

  private final Map<String, Path> files;

  private DocumentSite(Map<String, Path> files) {
    this.files = files;
  }

  /** The site in a folder; empty if there is none, because the build had no generator. */
  public static Optional<DocumentSite> in(Path folder) {
    if (!Files.isRegularFile(folder.resolve(INDEX))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return Optional.of(
          new DocumentSite(
              files
                  .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                  .filter(file -> TYPES.containsKey(ending(file)))
                  .collect(
                      Collectors.toUnmodifiableMap(
                          file -> name(folder.relativize(file)), file -> file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A file with its media type. */
  record Document(Path file, String type) {
    byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The file at a path below the site, or the index of a folder; empty if the site has none. */
  Optional<Document> at(String path) {
    String name = path.isEmpty() || path.endsWith("/") ? path + INDEX : path;
    return Optional.ofNullable(files.get(name))
        .map(file -> new Document(file, Objects.requireNonNull(TYPES.get(ending(file)))));
  }
}
