package dev.garrison.files.ntfs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.files.acl.AccessList;
import dev.garrison.files.acl.SecurityDescriptor;
import dev.garrison.files.acl.Sid;
import dev.garrison.foreign.ForeignFunction;
import dev.garrison.foreign.ForeignFunction.Result;
import dev.garrison.foreign.WideText;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Owner and access list of files and folders on Windows, through advapi32.dll. A file or folder can
 * be created with its list, so that there is no moment at which it has another one. Its owner is
 * the one that Windows gives what this process makes: the account that runs it, or Administrators
 * if it is elevated.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-getfilesecurityw">GetFileSecurityW</a>
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/sddl/nf-sddl-convertstringsecuritydescriptortosecuritydescriptorw">ConvertStringSecurityDescriptorToSecurityDescriptorW</a>
 */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
public final class NtfsAccess {
  private static final int OWNER_AND_LIST = 0x1 | 0x4;
  private static final int REVISION = 1;
  private static final int BUFFER_TOO_SMALL = 122;

  private NtfsAccess() {}

  /** Whether a path lies on a file system of Windows, with access lists. */
  public static boolean appliesTo(Path path) {
    return File.separatorChar == '\\' && path.getFileSystem().equals(FileSystems.getDefault());
  }

  /**
   * The owner and the list of a file or folder.
   *
   * @throws IOException if they cannot be read, or hold what is not understood
   */
  public static AccessList read(Path path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = WideText.write(arena, WindowsPath.of(path));
      return read(arena, Functions.GET_FILE_SECURITY, name, path);
    }
  }

  /**
   * The owner and the list of a file, folder or link, and not of what a link leads to.
   *
   * @throws IOException if they cannot be read, or hold what is not understood
   */
  public static AccessList readItself(Path path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Result result =
          Functions.CREATE_FILE.call(
              WideText.write(arena, WindowsPath.of(path)),
              Functions.READ_CONTROL,
              Functions.SHARED,
              MemorySegment.NULL,
              Functions.OPEN_EXISTING,
              Functions.ITSELF,
              MemorySegment.NULL);
      MemorySegment handle = result.address();
      if (handle.address() == Functions.INVALID_HANDLE) {
        throw failure(result.error(), path);
      }
      try {
        return read(arena, Functions.GET_KERNEL_OBJECT_SECURITY, handle, path);
      } finally {
        require(Functions.CLOSE_HANDLE.call(handle), path);
      }
    }
  }

  private static AccessList read(
      Arena arena, ForeignFunction function, MemorySegment place, Path path) throws IOException {
    MemorySegment needed = arena.allocate(JAVA_INT);
    MemorySegment descriptor = arena.allocate(4096);
    Result result = read(function, place, descriptor, needed);
    if (result.number() == 0 && result.error() == BUFFER_TOO_SMALL) {
      descriptor = arena.allocate(needed.get(JAVA_INT, 0));
      result = read(function, place, descriptor, needed);
    }
    require(result, path);
    try {
      return SecurityDescriptor.parse(descriptor.toArray(ValueLayout.JAVA_BYTE));
    } catch (IllegalArgumentException e) {
      throw new FileSystemException(path.toString(), null, e.getMessage());
    }
  }

  private static Result read(
      ForeignFunction function,
      MemorySegment place,
      MemorySegment descriptor,
      MemorySegment needed) {
    return function.call(place, OWNER_AND_LIST, descriptor, (int) descriptor.byteSize(), needed);
  }

  /**
   * Creates an empty file with this list.
   *
   * @throws FileAlreadyExistsException if there is a file or folder of this name
   */
  public static void createFile(Path path, AccessList list) throws IOException {
    writeFile(path, list, new byte[0]);
  }

  /**
   * Creates a file with this list and these bytes. They are on the disk when this returns, and went
   * there through the handle that created the file: no other can be put in its place before.
   *
   * @throws FileAlreadyExistsException if there is a file or folder of this name
   */
  public static void writeFile(Path path, AccessList list, byte[] content) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Result result =
          Functions.CREATE_FILE.call(
              WideText.write(arena, WindowsPath.of(path)),
              Functions.GENERIC_WRITE,
              0,
              attributes(arena, path, list),
              Functions.CREATE_NEW,
              Functions.NORMAL,
              MemorySegment.NULL);
      MemorySegment handle = result.address();
      if (handle.address() == Functions.INVALID_HANDLE) {
        throw failure(result.error(), path);
      }
      try {
        write(arena, handle, content, path);
      } finally {
        require(Functions.CLOSE_HANDLE.call(handle), path);
      }
    }
  }

  private static void write(Arena arena, MemorySegment handle, byte[] content, Path path)
      throws IOException {
    MemorySegment written = arena.allocate(JAVA_INT);
    MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, content);
    try {
      for (long at = 0; at < content.length; at += written.get(JAVA_INT, 0)) {
        require(
            Functions.WRITE_FILE.call(
                handle,
                bytes.asSlice(at),
                (int) (content.length - at),
                written,
                MemorySegment.NULL),
            path);
      }
      if (content.length > 0) {
        require(Functions.FLUSH_FILE_BUFFERS.call(handle), path);
      }
    } finally {
      bytes.fill((byte) 0); // they may be secret, and freed memory is not cleared
    }
  }

  /**
   * Creates a folder with this list. The one above it has to exist.
   *
   * @throws FileAlreadyExistsException if there is a file or folder of this name
   */
  public static void createFolder(Path path, AccessList list) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      require(
          Functions.CREATE_DIRECTORY.call(
              WideText.write(arena, WindowsPath.of(path)), attributes(arena, path, list)),
          path);
    }
  }

  /** SECURITY_ATTRIBUTES, whose handle no child process inherits. */
  private static MemorySegment attributes(Arena arena, Path path, AccessList list)
      throws IOException {
    MemorySegment descriptor = arena.allocate(ADDRESS);
    require(
        Functions.FROM_TEXT.call(
            WideText.write(arena, list.sddlWithoutOwner()),
            REVISION,
            descriptor,
            MemorySegment.NULL),
        path);
    MemorySegment made = descriptor.get(ADDRESS, 0).reinterpret(arena, Functions.LOCAL_FREE::call);
    MemorySegment attributes = arena.allocate(24, 8);
    attributes.set(JAVA_INT, 0, 24);
    attributes.set(ADDRESS, 8, made);
    return attributes;
  }

  /** The SID of the account that runs this process. */
  public static Sid ownAccount() {
    return OwnAccount.SID;
  }

  private static void require(Result result, Path path) throws IOException {
    if (result.number() == 0) {
      throw failure(result.error(), path);
    }
  }

  /** The exception that Java itself throws for an error of Windows. */
  static IOException failure(int error, Path path) {
    return switch (error) {
      case 2, 3 -> new NoSuchFileException(path.toString());
      case 5 -> new AccessDeniedException(path.toString());
      case 80, 183 -> new FileAlreadyExistsException(path.toString());
      default -> new FileSystemException(path.toString(), null, "Windows error " + error);
    };
  }
}
