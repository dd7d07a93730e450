package dev.garrison.payload.intake;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
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
        throw new IOException(file + " changed while it was copied");
      }
      AtomicMove.move(part, folder.resolve(digest.hex()));
    } catch (IOException e) {
      RefusalException refusal =
          new RefusalException(
              Diagnostic.error(
                  IntakeCode.INTAKE_NOT_WRITTEN,
                  "%s cannot be brought into %s (%s).".formatted(file, folder, e.getMessage()),
                  "See that 'packages.intake' is a folder that you may write to, and that there is room."),
              e);
      cleared(target, part, refusal);
      throw refusal;
    }
  }

  private static void cleared(Path target, Path part, RefusalException refusal) {
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
