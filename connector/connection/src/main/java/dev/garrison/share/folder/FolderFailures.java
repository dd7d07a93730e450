package dev.garrison.share.folder;

import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Translates an IOException of the local file system to a failure of the share. */
final class FolderFailures {
  private FolderFailures() {}

  static ContentShareException of(IOException cause, String doing, String path) {
    Kind kind = kind(cause);
    return new ContentShareException(
        kind, doing, path, kind == Kind.OTHER ? reason(cause) : "", cause);
  }

  private static Kind kind(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _, NotDirectoryException _ -> Kind.NOT_FOUND;
      case AccessDeniedException _ -> Kind.ACCESS_DENIED;
      case FileAlreadyExistsException _ -> Kind.EXISTS;
      case ClosedByInterruptException _ -> Kind.INTERRUPTED;
      default -> kind(reason(cause));
    };
  }

  /** The kind of a failure that the JDK reports only as the text of strerror(3). */
  private static Kind kind(String reason) {
    return switch (reason) {
      case "No space left on device",
          "Disk quota exceeded",
          "There is not enough space on the disk" ->
          Kind.FULL;
      case "Not a directory" -> Kind.NOT_FOUND;
      case "Read-only file system", "The media is write protected" -> Kind.READ_ONLY;
      case "Stale file handle",
          "Input/output error",
          "Transport endpoint is not connected",
          "Host is down",
          "The specified network name is no longer available" ->
          Kind.GONE;
      default -> Kind.OTHER;
    };
  }

  private static String reason(IOException cause) {
    String reason = cause instanceof FileSystemException file ? file.getReason() : null;
    return reason == null ? String.valueOf(cause.getMessage()) : reason;
  }
}
