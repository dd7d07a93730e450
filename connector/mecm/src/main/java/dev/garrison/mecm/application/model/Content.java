package dev.garrison.mecm.application.model;

import java.util.Comparator;
import java.util.List;

/**
 * The source files of a deployment type.
 *
 * @param contentId {@code Content_<guid>}; empty when the deployment type has no content
 * @param location the folder as the site server reads it: a UNC path that ends in a backslash
 * @param files every file in the folder, sorted by name
 * @param onFastNetwork action of a client in the current boundary group
 * @param onSlowNetwork action of a client in a neighbor or the default boundary group
 * @param peerCache whether clients may share the content
 */
public record Content(
    String contentId,
    String location,
    List<ContentFile> files,
    OnNetwork onFastNetwork,
    OnNetwork onSlowNetwork,
    boolean peerCache) {
  /**
   * A file in the content.
   *
   * @param name the name relative to the location
   * @param size bytes
   */
  public record ContentFile(String name, long size) {
    public ContentFile {
      if (name.isBlank() || size < 0) {
        throw new IllegalArgumentException("not a content file: '" + name + "', " + size);
      }
    }
  }

  /** Action of a client to get content, spelled as in the digest. */
  public enum OnNetwork {
    DoNothing,
    Download,
    DownloadContentForStreaming
  }

  public Content {
    files = files.stream().sorted(Comparator.comparing(ContentFile::name)).toList();
    if (files.stream().map(ContentFile::name).distinct().count() != files.size()) {
      throw new IllegalArgumentException("two content files have the same name");
    }
  }

  /**
   * Content that clients download on every network. A server at a slow site does not wait forever.
   */
  public static Content downloaded(String contentId, String location, List<ContentFile> files) {
    return new Content(contentId, location, files, OnNetwork.Download, OnNetwork.Download, true);
  }

  /** No content. */
  public static Content none() {
    return new Content("", "", List.of(), OnNetwork.Download, OnNetwork.DoNothing, false);
  }

  /** Whether there is no content to download. */
  public boolean isNone() {
    return contentId.isEmpty();
  }

  /** The same content under another identifier. */
  public Content withContentId(String id) {
    return new Content(id, location, files, onFastNetwork, onSlowNetwork, peerCache);
  }
}
