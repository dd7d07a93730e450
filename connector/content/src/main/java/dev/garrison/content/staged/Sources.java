package dev.garrison.content.staged;

import dev.garrison.share.ContentFile;
import dev.garrison.share.FileSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The files that can be staged, found by name, size and digest. */
public final class Sources {
  private final Supplier<List<FileSource>> files;

  /**
   * @param files reads the packages; called when content is staged, not before
   */
  public Sources(Supplier<List<FileSource>> files) {
    this.files = files;
  }

  /**
   * The current files, by name, size and digest. Each call reads and proves every package again, so
   * one call serves a complete version.
   */
  Map<ContentFile, FileSource> now() {
    return files.get().stream()
        .collect(Collectors.toMap(FileSource::file, Function.identity(), (first, _) -> first));
  }
}
