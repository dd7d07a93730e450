package dev.garrison.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes files and folders that only their owner can read, from the first byte on. With POSIX
 * permissions this is exactly so. Windows has access lists: {@link #writeClosed} makes a file whose
 * list has only its owner; everything else takes the list of the folder above, because on Windows
 * two accounts share the state folder, the service's and the administrators', and the folder's list
 * names both. Existing files and folders keep their rights.
 *
 * @see <a
 *     href="https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/nio/file/attribute/AclFileAttributeView.html">AclFileAttributeView</a>
 */
public final class OwnerOnly {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private OwnerOnly() {}

  /** Creates a new file and opens it for writing. */
  public static FileChannel create(Path file) throws IOException {
    return open(file, NEW);
  }

  /** Opens a file, and creates a missing one if the options say so. */
  public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(file, options, permissions(file, "rw-------"));
  }

  /** Writes a new file with these bytes; they are on the disk when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    write(create(file), content);
  }

  /** Writes a new file, also with an access list of the owner where the system has such lists. */
  public static void writeClosed(Path file, byte[] content) throws IOException {
    Path folder = existing(file);
    boolean lists =
        permissions(file, "rw-------").length == 0
            && Files.getFileAttributeView(folder, AclFileAttributeView.class) != null;
    write(
        lists ? FileChannel.open(file, NEW, new OwnersList(list(newcomer(folder)))) : create(file),
        content);
  }

  /** Adds bytes to the end of a file, in one piece; a missing file is created. */
  public static void append(Path file, byte[] content) throws IOException {
    write(open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND)), content);
  }

  private static void write(FileChannel made, byte[] content) throws IOException {
    try (FileChannel channel = made) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Creates a folder and those above it where they are missing. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, permissions(folder, "rwx------"));
  }

  /** Attributes for callers that create a file with this path in another way. */
  public static FileAttribute<?>[] attributes(Path file) {
    return permissions(file, "rw-------");
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    return Files.getFileAttributeView(existing(path), PosixFileAttributeView.class) == null
        ? new FileAttribute<?>[0]
        : new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
  }

  /** The nearest existing folder above the path. */
  private static Path existing(Path path) {
    return Stream.iterate(path.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(path.toAbsolutePath().getRoot());
  }

  /** Owner of the files that this process creates there; not always the user whose name it has. */
  private static UserPrincipal newcomer(Path folder) throws IOException {
    Path trial = Files.createTempFile(folder, ".garrison", ".owner");
    try {
      return Files.getOwner(trial);
    } finally {
      Files.deleteIfExists(trial);
    }
  }

  /** The access list of a file that only this owner may use. */
  static List<AclEntry> list(UserPrincipal owner) {
    return List.of(
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(owner)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build());
  }

  /** File attribute that creates a file with an access list. */
  private record OwnersList(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
    @Override
    public String name() {
      return "acl:acl";
    }
  }
}
