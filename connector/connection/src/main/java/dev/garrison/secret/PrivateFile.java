package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.Exposure;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
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
        throw new RefusalException(unreadable(file, Text.of("secret.not-regular")));
      }
      OwnerOnly.exposure(file)
          .ifPresent(exposure -> {
            throw new RefusalException(objection(exposure));
          });
      return file;
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_RIGHTS_UNKNOWN,
              Message.of("secret.file-rights-unknown", "file", file)),
          e);
    } catch (IOException e) {
      throw unreadable(file, reason(e), e);
    }
  }

  /** Problem of a file to which others have this access. */
  static Diagnostic objection(Exposure exposure) {
    return switch (exposure.kind()) {
      case OWNED_BY_OTHERS ->
          Diagnostic.error(
              SecretCode.SECRET_FILE_OWNER,
              Message.of(
                  "secret.file-owner", "exposure", exposure.what(), "remedy", exposure.remedy()));
      case OPEN_TO_OTHERS ->
          Diagnostic.error(
              SecretCode.SECRET_FILE_OPEN,
              Message.of(
                  "secret.file-open", "exposure", exposure.what(), "remedy", exposure.remedy()));
    };
  }

  static RefusalException unreadable(Path file, Text reason, IOException cause) {
    return new RefusalException(unreadable(file, reason), cause);
  }

  static Diagnostic unreadable(Path file, Text reason) {
    return Diagnostic.error(
        SecretCode.SECRET_FILE_UNREADABLE,
        Message.of("secret.file-unreadable", "file", file, "reason", reason));
  }

  static Text reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> Text.of("secret.missing");
      case AccessDeniedException _ -> Text.of("secret.access-denied");
      default -> Text.of(failure);
    };
  }
}
