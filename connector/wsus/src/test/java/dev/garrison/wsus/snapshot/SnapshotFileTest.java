package dev.garrison.wsus.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.Publication;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots in files. */
final class SnapshotFileTest {
  private static final UUID SERVER = UUID.fromString("6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4");
  private static final SnapshotHead HEAD = head(2);
  private static final SnapshotUpdate ONE = update(1, 200);
  private static final SnapshotUpdate TWO = update(2, 201);

  @TempDir private Path folder;
  private final SnapshotFile files = new SnapshotFile(new Json());
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("catalog.jsonl.gz");
  }

  private static SnapshotHead head(int updates) {
    return new SnapshotHead(
        SnapshotHead.FORMAT,
        "wsus01.contoso.example:8531",
        SERVER,
        "10.0.20348.1",
        Optional.of(Instant.parse("2026-11-24T21:00:00Z")),
        List.of("5005292"),
        updates);
  }

  private static SnapshotUpdate update(int id, int revision) {
    return new SnapshotUpdate(
        new UUID(0, id),
        revision,
        List.of("5005292"),
        "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)",
        Instant.parse("2026-11-01T00:00:00Z"),
        Publication.PUBLISHED,
        false,
        false);
  }

  private List<SnapshotUpdate> read() {
    try (Snapshot snapshot = files.read(file)) {
      List<SnapshotUpdate> rows = new ArrayList<>();
      snapshot.updates().forEachRemaining(rows::add);
      return rows;
    }
  }

  private String refusal() {
    return assertThrown().diagnostics().getFirst().problem().replace(file + " is", "FILE is");
  }

  private RefusalException assertThrown() {
    try {
      read();
    } catch (RefusalException refusal) {
      assertThat(refusal.diagnostics().getFirst().code())
          .isEqualTo(SnapshotCode.SNAPSHOT_UNREADABLE);
      return refusal;
    }
    throw new AssertionError("it was read");
  }

  private void lines(Object... lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (Object line : lines) {
        out.write((text(line) + "\n").getBytes(UTF_8));
      }
    }
  }

  private static String text(Object line) {
    return switch (line) {
      case SnapshotHead head -> new Json().canonical(RecordedHead.of(head));
      case SnapshotUpdate update -> new Json().canonical(RecordedUpdate.of(update));
      default -> line.toString();
    };
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    files.write(file, new TakenSnapshot(HEAD, List.of(ONE, TWO)));
    try (Snapshot snapshot = files.read(file)) {
      assertThat(snapshot.head()).isEqualTo(HEAD);
    }
    assertThat(read()).containsExactly(ONE, TWO);
  }

  @Test
  void theSameCatalogueGivesTheSameBytes() throws IOException {
    files.write(file, new TakenSnapshot(HEAD, List.of(ONE, TWO)));
    Path again = folder.resolve("again.jsonl.gz");
    files.write(again, new TakenSnapshot(HEAD, List.of(ONE, TWO)));
    assertThat(again).hasSameBinaryContentAs(file);
    // RFC 1952, 2.3: flags, then four bytes of time.
    assertThat(Arrays.copyOfRange(Files.readAllBytes(file), 3, 8)).containsOnly(0);
  }

  @Test
  void aFileIsLinesOfJson() throws IOException {
    files.write(file, new TakenSnapshot(head(1), List.of(ONE)));
    try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(text.readAllBytes(), UTF_8))
          .isEqualTo(
              """
              {"articles":["5005292"],"format":"garrison.catalog/1","server":"wsus01.contoso.example:8531","serverId":"6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4","synchronised":"2026-11-24T21:00:00Z","updates":1,"wsus":"10.0.20348.1"}
              {"articles":["5005292"],"created":"2026-11-01T00:00:00Z","declined":false,"publication":"PUBLISHED","revision":200,"superseded":false,"title":"Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)","updateId":"00000000-0000-0000-0000-000000000001"}
              """);
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> files.write(file, new TakenSnapshot(HEAD, List.of(ONE, TWO))))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("wasn't written because the file already exists");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFileThatIsNotCompressedIsRefused() throws IOException {
    Files.writeString(file, "{}");
    assertThat(refusal()).startsWith("FILE isn't a catalog snapshot: the file can't be read");
  }

  @Test
  void aFileThatIsCutIsRefused() throws IOException {
    files.write(file, new TakenSnapshot(HEAD, List.of(ONE, TWO)));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(refusal()).as("%d bytes", length).startsWith("FILE isn't a catalog snapshot");
    }
  }

  @Test
  void aFileWithFewerUpdatesThanItSaysIsRefused() throws IOException {
    lines(HEAD, ONE);
    assertThat(refusal())
        .isEqualTo("FILE isn't a catalog snapshot: the file ends after 1 of 2 updates.");
  }

  @Test
  void aFileWithMoreUpdatesThanItSaysIsRefused() throws IOException {
    lines(head(1), ONE, TWO);
    assertThat(refusal())
        .isEqualTo(
            "FILE isn't a catalog snapshot: the file contains more than the 1 update stated in its header.");
  }

  @Test
  void updatesOutOfOrderAreRefused() throws IOException {
    lines(HEAD, TWO, ONE);
    assertThat(refusal())
        .isEqualTo(
            "FILE isn't a catalog snapshot: the updates are out of order at"
                + " 00000000-0000-0000-0000-000000000001.");
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    lines(text(HEAD).replace("catalog/1", "catalog/2"));
    assertThat(refusal())
        .isEqualTo(
            "FILE isn't a catalog snapshot: the format is \"garrison.catalog/2\", but this version of Garrison reads \"garrison.catalog/1\".");
  }

  @Test
  void whatIsNotJsonIsRefused() throws IOException {
    lines(HEAD, "catalogue");
    assertThat(refusal()).startsWith("FILE isn't a catalog snapshot: ");
  }

  @Test
  void aPublicationThatThisVersionDoesNotKnowIsRefused() throws IOException {
    lines(head(1), text(ONE).replace("PUBLISHED", "WITHDRAWN"));
    assertThat(refusal())
        .isEqualTo("FILE isn't a catalog snapshot: 'publication' has the wrong form.");
  }

  @Test
  void aKeyThatTheFormatDoesNotHaveIsRefused() throws IOException {
    lines(HEAD, "{\"approved\":true}");
    assertThat(refusal()).startsWith("FILE isn't a catalog snapshot: ");
  }

  @Test
  void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write((text(HEAD) + "\n").getBytes(UTF_8));
      byte[] blanks = new byte[1024 * 1024];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 65; i++) {
        out.write(blanks);
      }
    }
    Files.write(file, packed.toByteArray());
    assertThat(refusal())
        .isEqualTo(
            "FILE isn't a catalog snapshot: the file is damaged (more than 65536 KiB in one piece).");
  }
}
