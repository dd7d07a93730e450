package dev.garrison.cli.lab;

import dev.garrison.files.AtomicMove;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Address of something that runs on this machine, and the token for it. */
record ServedAddress(String url, String token) implements JsonForm {
  /** Text of the file that programs read. */
  String text() {
    return new Json().canonical(this) + "\n";
  }

  /** Writes the file completely or not at all, and never readable by other users. */
  void write(Path file) {
    Path whole = file.toAbsolutePath();
    try {
      Path part = Files.createTempFile(whole.getParent(), ".garrison-demo", ".part");
      Files.writeString(part, text());
      AtomicMove.replace(part, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
