package dev.garrison.mecm.application.model;

import java.util.Comparator;
import java.util.List;

/**
 * The source files of a deployment type.
 *
 * @param contentId {@code Content_<guid>}; empty when the deployment type has no content
 * @param location the folder as the site server reads it: a UNC path that ends in a backslash
 * @param files every file in the folder, sorted by name
 * @param onFastNetwork what a client in the current boundary group does
 * @param onSlowNetwork what a client in a neighbour or the default boundary group does
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

  /** What a client does to get at content, spelled as in the digest. */
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
   * Content that clients download wherever they are, so that a server at a slow site does not wait
   * for ever.
   */
  public static Content downloaded(String contentId, String location, List<ContentFile> files) {
    return new Content(contentId, location, files, OnNetwork.Download, OnNetwork.Download, true);
  }

  /** No content. */
  public static Content none() {
    return new Content("", "", List.of(), OnNetwork.Download, OnNetwork.DoNothing, false);
  }

  /** Whether there is nothing to download. */
  public boolean isNone() {
    return contentId.isEmpty();
  }

  /** The same content under another identifier. */
  public Content withContentId(String id) {
    return new Content(id, location, files, onFastNetwork, onSlowNetwork, peerCache);
  }
}
