package dev.garrison.cli.lab;

import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

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
      Path part = whole.resolveSibling(whole.getFileName() + "." + UUID.randomUUID() + ".part");
      OwnerOnly.writeClosed(part, text().getBytes(StandardCharsets.UTF_8));
      AtomicMove.replace(part, whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
