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
 * permissions it is that. Windows has access lists: {@link #writeClosed} makes a file with a list
 * of its owner; everything else takes the list of the folder above, because there two accounts
 * share the state folder, the service's and the administrators', and the folder's list names both.
 * What is there already keeps its rights.
 *
 * @see <a
 *     href="https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/nio/file/attribute/AclFileAttributeView.html">AclFileAttributeView</a>
 */
public final class OwnerOnly {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private OwnerOnly() {}

  /** A new file, open for writing. */
  public static FileChannel create(Path file) throws IOException {
    return open(file, NEW);
  }

  /** A file, made when missing where the options say so. */
  public static FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
    return FileChannel.open(file, options, permissions(file, "rw-------"));
  }

  /** A new file of these bytes, on the disk when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    write(create(file), content);
  }

  /** The same, also with an access list of the owner where the system has such lists. */
  public static void writeClosed(Path file, byte[] content) throws IOException {
    Path folder = existing(file);
    boolean lists =
        permissions(file, "rw-------").length == 0
            && Files.getFileAttributeView(folder, AclFileAttributeView.class) != null;
    write(
        lists ? FileChannel.open(file, NEW, new OwnersList(list(newcomer(folder)))) : create(file),
        content);
  }

  /** Adds bytes to the end of a file, in one piece; the file is made when missing. */
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

  /** A folder and those above it, each made when missing. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, permissions(folder, "rwx------"));
  }

  /** With which a file of that path is made, by whoever makes it otherwise. */
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

  /** The nearest folder above that is there. */
  private static Path existing(Path path) {
    return Stream.iterate(path.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(path.toAbsolutePath().getRoot());
  }

  /** Who owns what this process makes there: not always the user whose name it has. */
  private static UserPrincipal newcomer(Path folder) throws IOException {
    Path trial = Files.createTempFile(folder, ".garrison", ".owner");
    try {
      return Files.getOwner(trial);
    } finally {
      Files.deleteIfExists(trial);
    }
  }

  /** The list of a file that only this owner may use. */
  static List<AclEntry> list(UserPrincipal owner) {
    return List.of(
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(owner)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build());
  }

  /** The attribute with which a file is made with a list. */
  private record OwnersList(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
    @Override
    public String name() {
      return "acl:acl";
    }
  }
}
