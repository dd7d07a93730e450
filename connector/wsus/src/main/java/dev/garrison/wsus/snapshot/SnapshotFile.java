package dev.garrison.wsus.snapshot;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes snapshots as files. A file has JSON lines, the head first, compressed as gzip
 * (RFC 1952) without a name and a time. Keys and updates are sorted, so the same catalog gives the
 * same bytes.
 */
public final class SnapshotFile {
  private final Json json;

  public SnapshotFile(Json json) {
    this.json = json;
  }

  /**
   * Writes one snapshot. No file is overwritten, and no incomplete file is left.
   *
   * @throws RefusalException if the file already exists, or cannot be written
   */
  public void write(Path file, Snapshot snapshot) {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      written(file, out, snapshot);
    } catch (FileAlreadyExistsException e) {
      throw notWritten(Message.of("snapshot.exists", "file", file), e);
    } catch (IOException e) {
      throw notWritten(Message.of("snapshot.not-written", "file", file, "reason", e), e);
    }
  }

  private void written(Path file, OutputStream out, Snapshot snapshot) throws IOException {
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      line(packed, RecordedHead.of(snapshot.head()));
      Iterator<SnapshotUpdate> updates = snapshot.updates();
      while (updates.hasNext()) {
        line(packed, RecordedUpdate.of(updates.next()));
      }
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void line(OutputStream out, JsonForm form) throws IOException {
    out.write((json.canonical(form) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static RefusalException notWritten(Message message, IOException cause) {
    return new RefusalException(
        Diagnostic.error(SnapshotCode.SNAPSHOT_NOT_WRITTEN, message), cause);
  }

  /**
   * Opens a snapshot; the caller closes it.
   *
   * @throws RefusalException if it is no snapshot
   */
  public Snapshot read(Path file) {
    try {
      return read(file.toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable(file.toString(), Text.of("snapshot.file-unreadable", "reason", e), e);
    }
  }

  /** Opens a snapshot from a stream, which is closed with it. */
  Snapshot read(String name, InputStream stream) throws IOException {
    try {
      return new WrittenSnapshot(name, json, stream);
    } catch (JsonException e) {
      stream.close();
      throw unreadable(name, Text.of(e), e);
    } catch (IOException | RefusalException e) {
      stream.close();
      throw e;
    }
  }

  static RefusalException unreadable(String name, Text why, Exception cause) {
    return new RefusalException(
        Diagnostic.error(
            SnapshotCode.SNAPSHOT_UNREADABLE,
            Message.of("snapshot.unreadable", "file", name, "reason", why)),
        cause);
  }
}
