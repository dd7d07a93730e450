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

/** Sends files in an order of steps in which a partial file is never visible. All shares use it. */
public final class PartFile {
  /** Opens a file, creates it where it does not exist, and has it filled. */
  @FunctionalInterface
  public interface Writer {
    void write(SharePath part, Filling filling);
  }

  /** Makes an open file equal to the source, and flushes it. */
  @FunctionalInterface
  public interface Filling {
    void into(BlockFile file) throws IOException, InterruptedException;
  }

  /** Failures after which the part file is kept, and the next attempt continues it. */
  private static final Set<Kind> ONLY_CUT_OFF =
      EnumSet.of(Kind.GONE, Kind.UNREACHABLE, Kind.INTERRUPTED, Kind.ALTERED);

  private final ContentShare share;
  private final Writer writer;

  public PartFile(ContentShare share, Writer writer) {
    this.share = share;
    this.writer = writer;
  }

  /** Sends the source into the folder, with the guarantees of {@link ContentShare#put}. */
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

  /** Deletes the part file; if that fails now, the next attempt overwrites it. */
  private void discard(SharePath part, ContentShareException reason) {
    try {
      share.delete(part);
    } catch (ContentShareException e) {
      reason.addSuppressed(e);
    }
  }
}
