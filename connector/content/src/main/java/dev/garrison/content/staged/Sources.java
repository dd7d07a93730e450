package dev.garrison.content.staged;

import dev.garrison.share.ContentFile;
import dev.garrison.share.FileSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The files that can be staged, found by what they must be. */
public final class Sources {
  private final Supplier<List<FileSource>> files;

  /**
   * @param files reads the packages; asked when something is staged, not before
   */
  public Sources(Supplier<List<FileSource>> files) {
    this.files = files;
  }

  /**
   * What there is now, by name, size and digest. Each call reads and proves every package again, so
   * one serves a whole version.
   */
  Map<ContentFile, FileSource> now() {
    return files.get().stream()
        .collect(Collectors.toMap(FileSource::file, Function.identity(), (first, _) -> first));
  }
}
