package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Problems with package files. */
enum PayloadCode implements DiagnosticCode {
  PACKAGE_UNREADABLE(401);

  private final int number;

  PayloadCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }

  /** A package that is missing or cannot be read. */
  static Diagnostic unreadable(Path path, IOException e) {
    Text why =
        switch (e) {
          case DamagedFileException damage -> damage.what();
          case NoSuchFileException _ -> Text.of("local-file.missing");
          case AccessDeniedException _ -> Text.of("local-file.denied");
          case FileSystemException failure when failure.getReason() != null ->
              Text.verbatim(failure.getReason());
          default -> Text.verbatim(String.valueOf(e.getMessage()));
        };
    return Diagnostic.error(
        PACKAGE_UNREADABLE, Message.of("package.unreadable", "file", path, "reason", why));
  }
}
