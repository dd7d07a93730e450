package dev.garrison.wsus.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Publication;
import dev.garrison.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Snapshots as they are carried from server to server. The files in {@code recorded/1} are of the
 * version before there were forms, and are never made anew.
 */
final class RecordedSnapshotTest {
  private static final UUID SERVER = UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4");
  private static final SnapshotHead HEAD =
      new SnapshotHead(
          "garrison.catalog/1",
          "wsus01.contoso.example:8531",
          SERVER,
          "10.0.20348.1",
          Optional.of(Instant.parse("2026-11-24T21:00:00Z")),
          List.of("5005292"),
          2);
  private static final List<SnapshotUpdate> UPDATES =
      List.of(
          new SnapshotUpdate(
              new UUID(0, 1),
              200,
              List.of("5005292"),
              "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)",
              Instant.parse("2026-11-01T00:00:00Z"),
              Publication.PUBLISHED,
              false,
              false),
          new SnapshotUpdate(
              new UUID(0, 2),
              201,
              List.of(),
              "An older one",
              Instant.parse("2026-10-01T00:00:00.5Z"),
              Publication.EXPIRED,
              true,
              true));
  private static final SnapshotHead EMPTY =
      new SnapshotHead(
          "garrison.catalog/1",
          "wsus-island:8530",
          SERVER,
          "10.0.20348.1",
          Optional.empty(),
          List.of(),
          0);

  @TempDir private Path folder;
  private final SnapshotFile files = new SnapshotFile(new Json());
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("catalog.jsonl.gz");
  }

  private static byte[] recorded(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            RecordedSnapshotTest.class.getResourceAsStream("recorded/1/" + name))) {
      return stream.readAllBytes();
    }
  }

  private Path packed(String name) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(recorded(name));
    }
    return file;
  }

  private byte[] written(SnapshotHead head, List<SnapshotUpdate> updates) throws IOException {
    files.write(file, new TakenSnapshot(head, updates));
    try (InputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      return text.readAllBytes();
    }
  }

  @Test
  void aSnapshotOfTheFirstFormatIsReadAsItWas() throws IOException {
    try (Snapshot snapshot = files.read(packed("catalog.jsonl"))) {
      List<SnapshotUpdate> rows = new ArrayList<>();
      snapshot.updates().forEachRemaining(rows::add);
      assertThat(snapshot.head()).isEqualTo(HEAD);
      assertThat(rows).isEqualTo(UPDATES);
    }
  }

  @Test
  void aServerThatNeverSynchronisedIsReadAsItWas() throws IOException {
    try (Snapshot snapshot = files.read(packed("empty-catalog.jsonl"))) {
      assertThat(snapshot.head()).isEqualTo(EMPTY);
      assertThat(snapshot.updates().hasNext()).isFalse();
    }
  }

  @Test
  void aSnapshotIsWrittenAsItWas() throws IOException {
    assertThat(written(HEAD, UPDATES)).isEqualTo(recorded("catalog.jsonl"));
  }

  @Test
  void aSnapshotOfNothingIsWrittenAsItWas() throws IOException {
    assertThat(written(EMPTY, List.of())).isEqualTo(recorded("empty-catalog.jsonl"));
  }
}
