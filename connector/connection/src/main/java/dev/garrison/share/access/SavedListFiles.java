package dev.garrison.share.access;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.OwnerOnly;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.language.Message;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Files of saved access lists in the state folder, one for each change. */
public final class SavedListFiles {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long LONGEST = 16L << 20;

  private final Json json;

  public SavedListFiles(Json json) {
    this.json = json;
  }

  /** Writes a new file, which is on the disk when this returns. */
  public Path write(StateFolder state, SavedLists lists, Instant now) {
    Path folder = state.path().resolve("rights");
    Path file = folder.resolve(NAME.format(now) + ".json");
    try {
      OwnerOnly.folder(folder);
      OwnerOnly.write(file, json.pretty(RecordedLists.of(lists)).getBytes(StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw unusable(Message.of("share-rights.not-saved", "file", file, "reason", e.toString()), e);
    }
  }

  /** Reads such a file. */
  public SavedLists read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IOException("the file is larger than 16 MiB");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return json.read(text, RecordedLists.class).lists();
    } catch (IOException | JsonException | IllegalArgumentException e) {
      throw unusable(Message.of("share-rights.not-readable", "file", file, "reason", e), e);
    }
  }

  private static RefusalException unusable(Message message, Exception cause) {
    return new RefusalException(
        Diagnostic.error(AccessCode.RIGHTS_RECORD_UNUSABLE, message), cause);
  }
}
