package dev.garrison.files;

import com.sun.security.auth.module.UnixSystem;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Facts of a file on a POSIX system that tell who may read it.
 *
 * @param owner the number of its owner
 * @param ownerName that account's name
 */
record PosixRights(long owner, String ownerName, Set<PosixFilePermission> permissions) {
  private static final long ROOT = 0;
  private static final Set<PosixFilePermission> OPEN =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  PosixRights {
    permissions = Set.copyOf(permissions);
  }

  /**
   * The facts of a file, for a link those of its target.
   *
   * @throws UnsupportedOperationException if the file system has no such facts
   */
  static PosixRights of(Path file) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    return new PosixRights(
        ((Number) Files.getAttribute(file, "unix:uid")).longValue(),
        attributes.owner().getName(),
        attributes.permissions());
  }

  /** Number of the account that runs this process. */
  static long ownUser() {
    return new UnixSystem().getUid();
  }

  /** Access of others; empty where only root and the account with this number have it. */
  Optional<Exposure> exposure(Path file, long ownUser) {
    if (owner != ROOT && owner != ownUser) {
      return Optional.of(
          new Exposure(
              Exposure.Kind.OWNED_BY_OTHERS,
              Text.of("exposure.owner", "file", file, "owner", ownerName),
              Text.of("exposure.owner-fix", "file", file)));
    }
    return permissions.stream().anyMatch(OPEN::contains)
        ? Optional.of(
            new Exposure(
                Exposure.Kind.OPEN_TO_OTHERS,
                Text.of(
                    "exposure.mode",
                    "file",
                    file,
                    "mode",
                    PosixFilePermissions.toString(permissions)),
                Text.of("exposure.mode-fix", "file", file)))
        : Optional.empty();
  }
}
