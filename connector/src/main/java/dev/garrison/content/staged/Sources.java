package dev.garrison.content.staged;

import dev.garrison.content.share.ContentFile;
import dev.garrison.content.share.FileSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The files that can be staged, found by what they must be. */
public final class Sources {
  private final Supplier<List<FileSource>> files;

  /**
   * @param files reads the packages; asked when something is staged, not before
   */
  public Sources(Supplier<List<FileSource>> files) {
    this.files = files;
  }

  /** The source of exactly this file: name, size and digest. */
  Optional<FileSource> of(ContentFile file) {
    return files.get().stream().filter(source -> source.file().equals(file)).findFirst();
  }
}
