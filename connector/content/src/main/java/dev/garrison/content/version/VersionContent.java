package dev.garrison.content.version;

import dev.garrison.share.FileSource;
import dev.garrison.share.FileVersion;
import dev.garrison.share.SharePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A version to be published.
 *
 * @param version the name of its folder
 * @param mark the name of the manifest that owns it
 * @param files its files; a version folder is flat
 */
public record VersionContent(String version, String mark, List<FileSource> files) {
  public VersionContent {
    SharePath.ROOT.child(version);
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a version holds at least one file");
    }
    marker(mark, files);
  }

  /** The marker that this version gets. */
  public VersionMarker marker() {
    return marker(mark, files);
  }

  private static VersionMarker marker(String mark, List<FileSource> files) {
    Map<String, FileVersion> versions = new HashMap<>();
    for (FileSource source : files) {
      source.version().ifPresent(version -> versions.put(source.file().name(), version));
    }
    return new VersionMarker(mark, files.stream().map(FileSource::file).toList(), versions);
  }
}
