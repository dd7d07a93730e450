package dev.garrison.content.staged;

import dev.garrison.content.share.ContentFile;
import dev.garrison.content.share.FileSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that can be staged, found by what they must be. */
public final class Sources {
  private final Map<ContentFile, FileSource> sources = new HashMap<>();

  public Sources(List<FileSource> files) {
    files.forEach(file -> sources.put(file.file(), file));
  }

  /** The source of exactly this file: name, size and digest. */
  Optional<FileSource> of(ContentFile file) {
    return Optional.ofNullable(sources.get(file));
  }
}
