package dev.garrison.share.transfer;

import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** The order of steps that keeps a half file from being seen, the same for every share. */
public final class PartFile {
  /** Opens a file, which is made when it is not there, and lets it be filled. */
  @FunctionalInterface
  public interface Writer {
    void write(SharePath part, Filling filling);
  }

  /** Makes an open file what the source is, and flushes it. */
  @FunctionalInterface
  public interface Filling {
    void into(BlockFile file) throws IOException, InterruptedException;
  }

  /** Then what has arrived is worth keeping: the next attempt goes on from there. */
  private static final Set<Kind> ONLY_CUT_OFF =
      EnumSet.of(Kind.GONE, Kind.UNREACHABLE, Kind.INTERRUPTED, Kind.ALTERED);

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
    if (share.find(part).filter(ContentShare.Entry::folder).isPresent()) {
      share.delete(part);
    }
    try {
      try (SourceBytes bytes = SourceBytes.open(source)) {
        writer.write(part, open -> new BlockTransfer(open).write(bytes, progress));
      }
      if (!share.digest(part).equals(file.sha256())) {
        SourceBytes.prove(source);
        throw new ContentShareException(
            Kind.DIGEST_DIFFERS, "write", share.describe(target), "", null);
      }
      share.rename(part, file.name());
    } catch (ContentShareException e) {
      if (!ONLY_CUT_OFF.contains(e.kind())) {
        discard(part, e);
      }
      throw e;
    }
  }

  /** A part file that cannot be removed now is overwritten by the next attempt. */
  private void discard(SharePath part, ContentShareException reason) {
    try {
      share.delete(part);
    } catch (ContentShareException e) {
      reason.addSuppressed(e);
    }
  }
}
