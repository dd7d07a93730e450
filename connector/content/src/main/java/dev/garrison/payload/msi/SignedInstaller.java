package dev.garrison.payload.msi;

import dev.garrison.digest.DigestAlgorithm;
import dev.garrison.payload.signature.SignedContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Content of an installation package that Authenticode covers. It covers the streams of each
 * storage in the order of their names, then its class. With a stream MsiDigitalSignatureEx it also
 * covers the names, sizes and times, whose digest comes before. Microsoft does not document this;
 * it follows <a href="https://github.com/mtrojnar/osslsigncode">osslsigncode</a>, the reference in
 * the tests.
 */
final class SignedInstaller implements SignedContent {
  private static final String SIGNATURE = "\005DigitalSignature";
  private static final String EXTENSION = "\005MsiDigitalSignatureEx";
  private static final int CLASS = 80;
  private static final int CLASS_SIZE = 16;
  private static final int STATE = 96;
  private static final int STATE_SIZE = 4;
  private static final int TIMES = 100;
  private static final int TIMES_SIZE = 16;
  private static final int STREAM_SIZE = 120;

  private final CompoundFile file;

  SignedInstaller(CompoundFile file) {
    this.file = file;
  }

  /** Whether a signature of the package covers names, sizes and times too. */
  static boolean coversNames(CompoundFile file) {
    return file.root().child(EXTENSION).isPresent();
  }

  @Override
  public Optional<byte[]> signature() throws IOException {
    Optional<DirectoryEntry> stream = file.root().child(SIGNATURE).filter(DirectoryEntry::isStream);
    return stream.isEmpty()
        ? Optional.empty()
        : Optional.of(file.bytes(stream.get(), LARGEST_SIGNATURE));
  }

  @Override
  public byte[] digest(DigestAlgorithm algorithm) throws IOException {
    MessageDigest digest = algorithm.start();
    if (coversNames(file)) {
      MessageDigest names = algorithm.start();
      describe(file.root(), names);
      digest.update(names.digest());
    }
    content(file.root(), digest);
    return digest.digest();
  }

  private void content(DirectoryEntry storage, MessageDigest digest) throws IOException {
    for (DirectoryEntry child : covered(storage)) {
      if (child.isStream()) {
        file.pass(child, digest::update);
      } else {
        content(child, digest);
      }
    }
    digest.update(storage.raw().slice(CLASS, CLASS_SIZE));
  }

  private static void describe(DirectoryEntry entry, MessageDigest digest) {
    ByteBuffer raw = entry.raw();
    if (!entry.isRoot()) {
      digest.update(entry.nameBytes());
    }
    digest.update(
        entry.isStream() ? raw.slice(STREAM_SIZE, Integer.BYTES) : raw.slice(CLASS, CLASS_SIZE));
    digest.update(raw.slice(STATE, STATE_SIZE));
    if (!entry.isRoot()) {
      digest.update(raw.slice(TIMES, TIMES_SIZE));
    }
    covered(entry).forEach(child -> describe(child, digest));
  }

  /** The children that a signature covers; it does not cover itself. */
  private static List<DirectoryEntry> covered(DirectoryEntry storage) {
    return storage.isRoot()
        ? storage.children().stream()
            .filter(child -> !child.name().equals(SIGNATURE) && !child.name().equals(EXTENSION))
            .toList()
        : storage.children();
  }
}
