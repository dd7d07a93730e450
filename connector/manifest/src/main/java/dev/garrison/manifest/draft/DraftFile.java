package dev.garrison.manifest.draft;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** File that does not exist yet. */
public record DraftFile(Path path) {

  /** Refuses a path that exists already, even if it is a broken link. */
  public void requireAbsent() {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusalException(existing());
    }
  }

  /** Writes the file, unless it was created in the meantime. */
  public void write(String text) {
    try {
      Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new RefusalException(existing(), e);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  RefusalException notWritten(IOException cause) {
    return new RefusalException(
        Diagnostic.error(
            DraftCode.MANIFEST_NOT_WRITTEN,
            Message.of(
                "manifest-file.not-written",
                "file",
                path,
                "reason",
                cause.getClass().getSimpleName())),
        cause);
  }

  private Diagnostic existing() {
    return Diagnostic.error(
        DraftCode.MANIFEST_EXISTS, Message.of("manifest-file.exists", "file", path));
  }
}
