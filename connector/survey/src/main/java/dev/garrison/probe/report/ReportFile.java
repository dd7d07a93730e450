package dev.garrison.probe.report;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import dev.garrison.probe.outcome.ProbeCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Report file that can be sent to others. No file is overwritten; only its owner may read it. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Refuses an existing file, before any connection is made.
   *
   * @throws RefusalException if the file exists
   */
  public static void refuseExisting(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(file, new FileAlreadyExistsException(file.toString()));
    }
  }

  /** Writes the file. */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the file. */
  public static void write(Path file, byte[] content) {
    try {
      OwnerOnly.writeClosed(file, content);
    } catch (FileAlreadyExistsException e) {
      throw exists(file, e);
    } catch (IOException e) {
      throw notWritten(file, e);
    }
  }

  /**
   * Writes the file.
   *
   * @param overwrite whether it may replace an existing one
   */
  public static void write(Path file, String text, boolean overwrite) {
    if (overwrite) {
      replace(file, text);
    } else {
      write(file, text);
    }
  }

  /** Writes the file, and replaces an existing one only by a complete one. */
  public static void replace(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      write(part, text);
      AtomicMove.replace(part, target);
    } catch (IOException e) {
      throw notWritten(file, e);
    }
  }

  private static RefusalException notWritten(Path file, IOException cause) {
    return new RefusalException(
        Diagnostic.error(
            ProbeCode.REPORT_NOT_WRITTEN,
            Message.of(
                "probe.report-not-written",
                "file",
                file,
                "reason",
                String.valueOf(cause.getMessage()))),
        cause);
  }

  private static RefusalException exists(Path file, IOException cause) {
    return new RefusalException(
        Diagnostic.error(ProbeCode.REPORT_EXISTS, Message.of("probe.report-exists", "file", file)),
        cause);
  }
}
