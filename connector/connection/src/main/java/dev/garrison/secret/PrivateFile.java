package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.Exposure;
import dev.garrison.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Checks who can read a file with passwords or keys. Only the account that runs Garrison and the
 * system's administrators may.
 */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Returns the file, if it is private.
   *
   * @throws RefusalException if it is not private, or this cannot be determined
   */
  public static Path require(Path file) {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
        throw new RefusalException(unreadable(file, "it is no regular file"));
      }
      OwnerOnly.exposure(file)
          .ifPresent(exposure -> {
            throw new RefusalException(objection(file, exposure));
          });
      return file;
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_RIGHTS_UNKNOWN,
              "Who may read the secret file " + file + " cannot be told on this file system.",
              "Keep it on a file system with POSIX permissions or NTFS, or use 'env:NAME'."),
          e);
    } catch (IOException e) {
      throw unreadable(file, reason(e), e);
    }
  }

  /** Problem of a file to which others have this access. */
  static Diagnostic objection(Path file, Exposure exposure) {
    String problem = "The secret file %s %s.".formatted(file, exposure.what());
    return switch (exposure.kind()) {
      case OWNED_BY_OTHERS ->
          Diagnostic.error(
              SecretCode.SECRET_FILE_OWNER,
              problem,
              exposure.remedy() + ", and change the password: its owner may have read it.");
      case OPEN_TO_OTHERS ->
          Diagnostic.error(
              SecretCode.SECRET_FILE_OPEN,
              problem,
              exposure.remedy() + ", and change the password if others may have read it.");
    };
  }

  static RefusalException unreadable(Path file, String reason, IOException cause) {
    return new RefusalException(unreadable(file, reason), cause);
  }

  private static Diagnostic unreadable(Path file, String reason) {
    return Diagnostic.error(
        SecretCode.SECRET_FILE_UNREADABLE,
        "The secret file " + file + " cannot be read (" + reason + ").",
        "Check the path, and that the account that runs Garrison owns the file.");
  }

  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "access denied";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
