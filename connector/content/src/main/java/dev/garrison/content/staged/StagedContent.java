package dev.garrison.content.staged;

import dev.garrison.engine.resource.Address;
import dev.garrison.share.ContentFile;
import java.util.Comparator;
import java.util.List;

/**
 * One version of one set of files on the content share. A version is never changed: other files are
 * another version.
 *
 * @param mark the name of the manifest that owns it
 * @param files its files, sorted by name
 */
public record StagedContent(String mark, List<ContentFile> files) {
  /** The kind in addresses. */
  public static final String KIND = "content";

  public StagedContent {
    files = files.stream().sorted(Comparator.comparing(ContentFile::name)).toList();
  }

  /** Bytes of all files. */
  public long size() {
    return files.stream().mapToLong(ContentFile::size).sum();
  }

  /** The address of a version of a folder. */
  public static Address address(String folder, String version) {
    return new Address(KIND, folder + "/" + version);
  }
}
