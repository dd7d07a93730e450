package dev.garrison.cli.rollout;

import dev.garrison.files.AtomicMove;
import dev.garrison.files.DiskSync;
import dev.garrison.manifest.draft.OffboardProposal;
import dev.garrison.manifest.reading.ManifestReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Replacement of a manifest by its text with a proposed entry. A reader sees the old file or the
 * new one. The old one stays beside it, with the time in its name.
 */
final class ManifestUpdate {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final ManifestReader reader;
  private final Clock clock;

  ManifestUpdate(ManifestReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Replaces the manifest.
   *
   * @return the copy of the old file
   * @throws dev.garrison.diagnostic.RefusalException when the file was changed since it was read,
   *     the new text is no valid manifest, or it cannot be written; then the file is as it was
   */
  Path write(OffboardProposal proposal) {
    byte[] text = proposal.text().getBytes(StandardCharsets.UTF_8);
    try {
      Path file = proposal.file().toRealPath();
      Path folder = Optional.ofNullable(file.getParent()).orElse(file);
      reader.read(proposal.file().toString(), folder, text, LocalDate.now(clock));
      proposal.requireUnchanged(file);
      String stamp = TIME.format(clock.instant());
      Path backup = folder.resolve("%s.%s".formatted(file.getFileName(), stamp));
      Path part = folder.resolve("%s.%s.part".formatted(file.getFileName(), stamp));
      Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
      try {
        Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES);
        overwrite(part, text);
        proposal.requireUnchanged(file);
        AtomicMove.replace(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
      DiskSync.folder(folder);
      return backup;
    } catch (IOException e) {
      throw proposal.notReplaced(e);
    }
  }

  private static void overwrite(Path file, byte[] text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
