package dev.garrison.secret;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks that only root and the account that runs Garrison can replace a program. Each folder above
 * it, each link on the path, and the file itself belong to one of the two, and neither group nor
 * others can write there. A folder of root's with the sticky bit, such as /tmp, may be writable,
 * because files in it can be moved only by their owner.
 */
final class TrustedProgram {
  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int REGULAR = 0100000;
  private static final int STICKY = 01000;
  private static final int WRITABLE = 0022;
  private static final int MOST_LINKS = 40;

  private final Path program;
  private final LongSupplier ownUser;
  private int links;

  /**
   * @param ownUser the number of the account that runs this; read only where files have owners
   */
  TrustedProgram(Path program, LongSupplier ownUser) {
    this.program = program;
    this.ownUser = ownUser;
  }

  /**
   * Checks the program and all folders and links on its path.
   *
   * @return the path to start: on Windows the one to which links lead. Elsewhere it is the
   *     program's own, because nobody else can change a link on it, and a program may act by its
   *     name
   * @throws RefusalException if another account could replace it, or this cannot be determined
   */
  Path require() {
    if (!program.isAbsolute()) {
      throw unusable(Text.of("secret.path-relative"), null);
    }
    if (NtfsAccess.appliesTo(program)) {
      return new TrustedWindowsProgram(program).require();
    }
    try {
      Path found = follow();
      if ((mode(found) & KIND) != REGULAR) {
        throw unusable(Text.of("secret.not-regular"), null);
      }
      if (!Files.isExecutable(found)) {
        throw unusable(Text.of("secret.not-executable"), null);
      }
      return program;
    } catch (UnsupportedOperationException e) {
      throw new RefusalException(
          Diagnostic.error(
              SecretCode.SECRET_COMMAND_RIGHTS_UNKNOWN,
              Message.of("secret.command-rights-unknown", "command", program)),
          e);
    } catch (IOException e) {
      throw unusable(PrivateFile.reason(e), e);
    }
  }

  private Path follow() throws IOException {
    Path at = program.getRoot();
    requireClosed(at);
    Deque<Path> names = new ArrayDeque<>();
    program.forEach(names::add);
    while (!names.isEmpty()) {
      Path next = at.resolve(names.pop()).normalize();
      requireClosed(next);
      if ((mode(next) & KIND) != LINK) {
        at = next;
      } else if (++links > MOST_LINKS) {
        throw unusable(Text.of("secret.too-many-links"), null);
      } else {
        Path target = Files.readSymbolicLink(next);
        at = target.isAbsolute() ? program.getRoot() : at;
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
          names.push(target.getName(i));
        }
      }
    }
    return at;
  }

  private void requireClosed(Path place) throws IOException {
    int mode = mode(place);
    long owner = ((Number) attribute(place, "uid")).longValue();
    if (owner != 0 && owner != ownUser.getAsLong()) {
      throw unsafe(
          Message.of(
              "secret.command-owner",
              "command",
              program,
              "place",
              place,
              "owner",
              Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).getName()));
    }
    boolean shared = (mode & KIND) == FOLDER && (mode & STICKY) != 0 && owner == 0;
    if ((mode & KIND) != LINK && (mode & WRITABLE) != 0 && !shared) {
      throw unsafe(Message.of("secret.command-writable", "command", program, "place", place));
    }
  }

  private static int mode(Path place) throws IOException {
    return (int) attribute(place, "mode");
  }

  private static Object attribute(Path place, String name) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(place, "unix:" + name, LinkOption.NOFOLLOW_LINKS);
    return Objects.requireNonNull(attributes.get(name));
  }

  private static RefusalException unsafe(Message message) {
    return new RefusalException(Diagnostic.error(SecretCode.SECRET_COMMAND_UNSAFE, message));
  }

  private RefusalException unusable(Text reason, @Nullable Exception cause) {
    Diagnostic problem = unusable(program.toString(), reason);
    return cause == null ? new RefusalException(problem) : new RefusalException(problem, cause);
  }

  static Diagnostic unusable(String program, Text reason) {
    return Diagnostic.error(
        SecretCode.SECRET_COMMAND_UNUSABLE,
        Message.of("secret.command-unusable", "command", program, "reason", reason));
  }
}
