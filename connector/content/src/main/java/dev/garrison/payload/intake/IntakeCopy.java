package dev.garrison.payload.intake;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Copies one file into the package folder, completely or not at all. It copies into a folder of
 * another name first, which is renamed once its bytes are the inspected ones. Only the owner can
 * read the copy, if the file system supports that: an onboarding package is a secret.
 */
final class IntakeCopy {
  private final Path folder;

  IntakeCopy(Path folder) {
    this.folder = folder;
  }

  void of(Path file, String name, Sha256 digest) {
    Path part = folder.resolve("." + digest.hex() + ".part");
    Path target = part.resolve(name);
    try {
      OwnerOnly.folder(folder);
      Files.deleteIfExists(target);
      OwnerOnly.folder(part);
      Sha256 copied = copy(file, target);
      if (!copied.equals(digest)) {
        throw failed(
            file,
            target,
            part,
            Text.of("intake.changed-while-copied"),
            new IOException("the copy has the digest " + copied));
      }
      AtomicMove.move(part, folder.resolve(digest.hex()));
    } catch (IOException e) {
      throw failed(file, target, part, Text.verbatim(String.valueOf(e.getMessage())), e);
    }
  }

  private RefusalException failed(Path file, Path target, Path part, Text why, IOException cause) {
    RefusalException refusal =
        new RefusalException(
            Diagnostic.error(
                IntakeCode.INTAKE_NOT_WRITTEN,
                Message.of("intake.not-written", "file", file, "folder", folder, "reason", why)),
            cause);
    clear(target, part, refusal);
    return refusal;
  }

  private static void clear(Path target, Path part, RefusalException refusal) {
    try {
      Files.deleteIfExists(target);
      Files.deleteIfExists(part);
    } catch (IOException left) {
      refusal.addSuppressed(left);
    }
  }

  private static Sha256 copy(Path file, Path target) throws IOException {
    MessageDigest digest = Sha256.algorithm();
    try (InputStream source = new DigestInputStream(Files.newInputStream(file), digest);
        FileChannel channel = OwnerOnly.create(target)) {
      source.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
    return Sha256.finish(digest);
  }
}
