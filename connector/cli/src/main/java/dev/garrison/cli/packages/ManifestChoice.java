package dev.garrison.cli.packages;

import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Choice of the manifest that package files are inspected with.
 *
 * <p>A manifest says whom to trust. One that came in the folder of a package would trust whoever
 * made that package.
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
    if (!absolute && files.stream().anyMatch(file -> areNeighbors(file, chosen))) {
      return Chosen.none(Text.of("package-manifest.neighbor", "file", chosen.toAbsolutePath()));
    }
    return new Chosen(chosen);
  }

  private static boolean areNeighbors(Path file, Path manifest) {
    Path folder = file.toAbsolutePath().getParent();
    Path other = manifest.toAbsolutePath().getParent();
    try {
      return folder != null && other != null && Files.isSameFile(folder, other);
    } catch (IOException thereIsNone) {
      return false;
    }
  }
}
