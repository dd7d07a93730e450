package dev.garrison.content.share;

import dev.garrison.content.share.ContentShareException.Kind;

/** The order of steps that keeps a half file from being seen, the same for every share. */
public final class PartFile {
  /**
   * Writes all bytes of the source to a new file and flushes them as far as the protocol allows.
   */
  @FunctionalInterface
  public interface Writer {
    void write(SharePath part, ProvenSource source, TransferProgress progress);
  }

  private final ContentShare share;
  private final Writer writer;

  public PartFile(ContentShare share, Writer writer) {
    this.share = share;
    this.writer = writer;
  }

  /** Sends the source into the folder, as {@link ContentShare#put} promises. */
  public void send(SharePath folder, FileSource source, TransferProgress progress) {
    ContentFile file = source.file();
    SharePath target = folder.child(file.name());
    SharePath part = folder.child(file.name() + ContentShare.PART);
    if (share.find(target).isPresent()) {
      throw new ContentShareException(Kind.EXISTS, "write", share.describe(target), "", null);
    }
    share.delete(part);
    try {
      try (ProvenSource bytes = ProvenSource.open(source)) {
        writer.write(part, bytes, progress);
        bytes.prove();
      }
      if (!share.digest(part).equals(file.sha256())) {
        throw new ContentShareException(
            Kind.DIGEST_DIFFERS, "write", share.describe(target), "", null);
      }
      share.rename(part, file.name());
    } catch (ContentShareException e) {
      discard(part, e);
      throw e;
    }
  }

  /** A part file that cannot be removed now is replaced by the next attempt. */
  private void discard(SharePath part, ContentShareException reason) {
    try {
      share.delete(part);
    } catch (ContentShareException e) {
      reason.addSuppressed(e);
    }
  }
}
