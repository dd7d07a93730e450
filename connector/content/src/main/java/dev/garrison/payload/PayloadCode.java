package dev.garrison.payload;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
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
    String why =
        switch (e) {
          case NoSuchFileException _ -> "there is no such file";
          case AccessDeniedException _ -> "access is denied";
          case FileSystemException failure when failure.getReason() != null -> failure.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return Diagnostic.error(
        PACKAGE_UNREADABLE,
        "The package %s cannot be read: %s.".formatted(path, why),
        "Download it in the Defender portal (Settings > Endpoints > Onboarding) and put it where 'packages' names it.");
  }
}
