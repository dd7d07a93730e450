package dev.garrison.secret;

import com.sun.security.auth.module.UnixSystem;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Checks that only the account that runs Garrison, and root, can read a file with passwords or
 * keys.
 */
public final class PrivateFile {
  private static final long ROOT = 0;
  private static final Set<PosixFilePermission> OPEN =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private PrivateFile() {}

  /**
   * Facts of a file that the check uses; for a link, those of its target.
   *
   * @param isRegular whether it is not a pipe, device, or folder: reading those may never end
   * @param owner the number of its owner
   * @param ownerName that account's name
   */
  record Facts(
      boolean isRegular, long owner, String ownerName, Set<PosixFilePermission> permissions) {
    Facts {
      permissions = Set.copyOf(permissions);
    }

    static Facts of(Path file) throws IOException {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      return new Facts(
          attributes.isRegularFile(),
          ((Number) Files.getAttribute(file, "unix:uid")).longValue(),
          attributes.owner().getName(),
          attributes.permissions());
    }
  }

  /**
   * Returns the file, if it is private.
   *
   * @throws RefusalException if it is not private, or this cannot be determined
   */
  public static Path require(Path file) {
    try {
      objection(file, Facts.of(file), () -> new UnixSystem().getUid())
          .ifPresent(objection -> {
            throw new RefusalException(objection);
          });
      return file;
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_RIGHTS_UNKNOWN,
              "Who may read the secret file " + file + " cannot be told on this file system.",
              "Keep it on a file system with POSIX permissions, or use 'env:NAME'."),
          e);
    } catch (IOException e) {
      throw unreadable(file, reason(e), e);
    }
  }

  /** Problem of a file with these facts; empty where there is none. */
  static Optional<Diagnostic> objection(Path file, Facts facts, LongSupplier ownUser) {
    if (!facts.isRegular()) {
      return Optional.of(unreadable(file, "it is no regular file"));
    }
    if (facts.owner() != ROOT && facts.owner() != ownUser.getAsLong()) {
      return Optional.of(
          Diagnostic.error(
              SecretCode.SECRET_FILE_OWNER,
              "The secret file %s belongs to %s, who is neither root nor the account that runs Garrison."
                  .formatted(file, facts.ownerName()),
              "Give it to that account or to root, and change the password: its owner may have read it."));
    }
    return facts.permissions().stream().anyMatch(OPEN::contains)
        ? Optional.of(
            Diagnostic.error(
                SecretCode.SECRET_FILE_OPEN,
                "The secret file %s is open to more than its owner (%s)."
                    .formatted(file, PosixFilePermissions.toString(facts.permissions())),
                "Run 'chmod 600 "
                    + file
                    + "', and change the password if others may have read it."))
        : Optional.empty();
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
