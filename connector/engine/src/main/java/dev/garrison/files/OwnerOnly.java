package dev.garrison.files;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.PrivateAccess;
import dev.garrison.files.acl.Sid;
import dev.garrison.files.ntfs.NtfsAccess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes files and folders private to the account that runs Garrison, from the first byte on. And
 * tells who else can use others.
 *
 * <p>With POSIX permissions each file and folder is made for its owner. On Windows a folder is made
 * with a list for this account, SYSTEM and Administrators that inherits nothing, and what is made
 * in it inherits that list: two accounts share the state folder, the service's and the
 * administrators', and its list names both. {@link #writeClosed} makes a file with such a list of
 * its own, wherever it lies.
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
    if (!NtfsAccess.appliesTo(file)) {
      return FileChannel.open(file, options, permissions(file, "rw-------"));
    }
    Set<OpenOption> left = new HashSet<>(options);
    if (left.remove(StandardOpenOption.CREATE_NEW)) {
      NtfsAccess.createFile(file, inherited(file, false));
    } else if (left.remove(StandardOpenOption.CREATE) && !Files.exists(file)) {
      try {
        NtfsAccess.createFile(file, inherited(file, false));
      } catch (FileAlreadyExistsException madeMeanwhile) {
        return FileChannel.open(file, left);
      }
    }
    return FileChannel.open(file, left);
  }

  /** Writes a new file with these bytes; they are on the disk when this returns. */
  public static void write(Path file, byte[] content) throws IOException {
    write(create(file), content);
  }

  /** Writes a new file, on Windows with a list of its own; its bytes are on the disk then. */
  public static void writeClosed(Path file, byte[] content) throws IOException {
    if (NtfsAccess.appliesTo(file)) {
      NtfsAccess.writeFile(file, wanted().ofFile(), content);
    } else {
      write(file, content);
    }
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

  /**
   * Creates a folder and those above it where they are missing. With POSIX permissions an existing
   * folder keeps its rights: its files have their own.
   *
   * @throws ExposedFolderException on Windows, if the folder exists and its list lets groups of
   *     many accounts in, or if it or one above was made by another account where many may make one
   */
  public static Path folder(Path folder) throws IOException {
    if (!NtfsAccess.appliesTo(folder)) {
      return Files.createDirectories(folder, permissions(folder, "rwx------"));
    }
    Path wanted = folder.toAbsolutePath();
    Path there = existing(wanted.resolve("made"));
    Optional<Exposure> exposure = exposureOfFolder(there);
    if (exposure.isPresent()
        && (there.equals(wanted) || exposure.get().kind() == Exposure.Kind.OWNED_BY_OTHERS)) {
      throw new ExposedFolderException(exposure.get());
    }
    if (!there.equals(wanted)) {
      Path missing = there.resolve(there.relativize(wanted).getName(0));
      try {
        NtfsAccess.createFolder(
            missing, exposure.isPresent() ? wanted().ofFolder() : inherited(missing, true));
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(missing)) {
          throw e; // such as a link to nowhere
        }
      }
      return folder(folder); // which judges what this or another process made
    }
    return folder;
  }

  private static Optional<Exposure> exposureOfFolder(Path folder) throws IOException {
    Sid own = NtfsAccess.ownAccount();
    Path real = folder.toRealPath();
    Path written = folder.toAbsolutePath().normalize();
    if (!written.equals(real)) { // a link is on the way, which its owner can lead elsewhere
      Optional<Exposure> exposure =
          NtfsRights.ofWay(
              folder, new NtfsRights.Above(folder, readable(written)), above(written), own);
      if (exposure.isPresent()) {
        return exposure;
      }
    }
    return NtfsRights.ofFolder(folder, NtfsAccess.read(real), above(real), own);
  }

  private static List<NtfsRights.Above> above(Path folder) throws IOException {
    List<NtfsRights.Above> above = new ArrayList<>();
    for (Path next = folder.getParent(); next != null; next = next.getParent()) {
      above.add(new NtfsRights.Above(next, readable(next)));
    }
    return above;
  }

  /** The list of a folder or link, if this account may read it. */
  private static Optional<AccessList> readable(Path folder) throws IOException {
    try {
      return Optional.of(NtfsAccess.readItself(folder));
    } catch (FileSystemException notForThisAccount) {
      return Optional.empty();
    }
  }

  /**
   * The access list that the folder above hands down. It is named although Windows itself hands it
   * down, because not every file server does.
   */
  private static AccessList inherited(Path path, boolean folder) throws IOException {
    AccessList above = NtfsAccess.read(existing(path).toRealPath());
    AccessList below =
        new AccessList(NtfsAccess.ownAccount(), false, List.of()).below(above, folder);
    return below.entries().isEmpty() ? folder ? wanted().ofFolder() : wanted().ofFile() : below;
  }

  /**
   * Access that others have to a file; empty where there is none.
   *
   * @throws UnsupportedOperationException if the file system does not tell
   */
  public static Optional<Exposure> exposure(Path file) throws IOException {
    return NtfsAccess.appliesTo(file)
        ? NtfsRights.ofFile(file, NtfsAccess.read(file.toRealPath()), NtfsAccess.ownAccount())
        : PosixRights.of(file).exposure(file, PosixRights.ownUser());
  }

  /** Attributes for callers that create a file with this path in another way. */
  public static FileAttribute<?>[] attributes(Path file) {
    return permissions(file, "rw-------");
  }

  private static PrivateAccess wanted() {
    return new PrivateAccess(NtfsAccess.ownAccount());
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
}
