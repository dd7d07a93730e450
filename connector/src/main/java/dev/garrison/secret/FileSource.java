package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Files that only their owner can read, in UTF-8. One line end at the end is not part of it. */
final class FileSource implements SecretSource {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Set<PosixFilePermission> OPEN =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path folder;

  FileSource(Path folder) {
    this.folder = folder;
  }

  @Override
  public char[] read(String place) {
    Path file = folder.resolve(place);
    try {
      refuseOpenFile(file);
      return characters(file);
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_RIGHTS_UNKNOWN,
              "Who may read the secret file " + file + " cannot be told on this file system.",
              "Keep it on a file system with POSIX permissions, or use 'env:NAME'."),
          e);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_UNREADABLE,
              "The secret file " + file + " cannot be read (" + reason(e) + ").",
              "Check the path, and that the account that runs Garrison owns the file."),
          e);
    }
  }

  private static void refuseOpenFile(Path file) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    if (permissions.stream().anyMatch(OPEN::contains)) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_FILE_OPEN,
              "The secret file "
                  + file
                  + " is open to more than its owner ("
                  + PosixFilePermissions.toString(permissions)
                  + ").",
              "Run 'chmod 600 " + file + "', and change the password if others may have read it."));
    }
  }

  private static char[] characters(Path file) throws IOException {
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(MOST_BYTES + 1);
    }
    try {
      if (bytes.length > MOST_BYTES) {
        throw new IOException("larger than 64 KiB");
      }
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      char[] value = Arrays.copyOf(decoded.array(), withoutLineEnd(decoded));
      Arrays.fill(decoded.array(), '\0');
      return value;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static int withoutLineEnd(CharBuffer text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
      if (end > 0 && text.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return end;
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "access denied";
      case CharacterCodingException _ -> "not UTF-8";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
