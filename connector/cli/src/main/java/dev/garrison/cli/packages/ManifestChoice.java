package dev.garrison.cli.packages;

import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Choice of the manifest that package files are inspected with.
 *
 * <p>A manifest says whom to trust. One that came in the folder of a package, or in a folder below
 * it, would trust whoever made that package.
 */
final class ManifestChoice {
  private static final Path USUAL = Path.of("garrison.yaml");

  private final Path here;

  /**
   * @param here the current folder
   */
  ManifestChoice(Path here) {
    this.here = here;
  }

  /**
   * Manifest to use, with the sentence that names it.
   *
   * @param manifest the file; absent where none is used
   */
  record Chosen(Optional<Path> manifest, Text sentence) {
    Chosen(Path manifest) {
      this(
          Optional.of(manifest),
          Text.of("package-manifest.used", "file", manifest.toAbsolutePath()));
    }

    private static Chosen none(Text sentence) {
      return new Chosen(Optional.empty(), sentence);
    }
  }

  /** The manifest that the environment names, or the usual one, whether it is there or not. */
  Path usual(@Nullable Path manifest) {
    return here.resolve(manifest == null ? USUAL : manifest);
  }

  /**
   * Chooses where the command line names none.
   *
   * @param manifest of the environment; a relative path is safe no more than the usual one
   * @param files to inspect
   */
  Chosen of(@Nullable Path manifest, List<Path> files) {
    Path chosen = usual(manifest);
    if (manifest == null && !Files.exists(chosen)) {
      return Chosen.none(Text.of("package-manifest.none"));
    }
    boolean absolute = manifest != null && manifest.isAbsolute();
    if (!absolute && files.stream().anyMatch(file -> cameWith(file, chosen))) {
      return Chosen.none(Text.of("package-manifest.neighbor", "file", chosen.toAbsolutePath()));
    }
    return new Chosen(chosen);
  }

  /**
   * Whether the manifest lies in the package's folder or below it, also by links.
   *
   * <p>One above it does not: packages are kept below their manifest.
   */
  private static boolean cameWith(Path file, Path manifest) {
    List<Path> folders = folders(file);
    return folders(manifest).stream().anyMatch(each -> folders.stream().anyMatch(each::startsWith));
  }

  /** The real folder of a path, and that of the file that it links to. */
  private static List<Path> folders(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return Stream.of(
            Optional.ofNullable(absolute.getParent()).map(ManifestChoice::real),
            Optional.ofNullable(real(absolute).getParent()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The path without links; itself where there is nothing. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException thereIsNothing) {
      return path;
    }
  }
}
