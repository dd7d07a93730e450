package dev.garrison.log;

import ch.qos.logback.core.recovery.ResilientFileOutputStream;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Reports when one of the log files cannot be written any more, and when all of them can again.
 * Logback continues to try, and events in the meantime are lost. Other messages of Logback are not
 * reported.
 */
final class LogFaults implements StatusListener {
  static final String RECOVERED = "Recovered from IO failure";

  private final Path folder;
  private final Consumer<Diagnostic> told;
  private volatile boolean begun;

  /** Problems by file. */
  private final SequencedMap<Path, String> present = new LinkedHashMap<>();

  /**
   * @param told called once each time that a failure begins, and once when it ends
   */
  LogFaults(Path folder, Consumer<Diagnostic> told) {
    this.folder = folder;
    this.told = told;
  }

  /** Begins to report. */
  void begin() {
    begun = true;
  }

  /** The current problem. */
  Optional<String> present() {
    synchronized (present) {
      return present.values().stream().findFirst();
    }
  }

  @Override
  public void addStatusEvent(Status status) {
    file(status.getOrigin())
        .filter(file -> folder.equals(file.getParent()))
        .ifPresent(file -> heard(file, status));
  }

  private static Optional<Path> file(Object origin) {
    return switch (origin) {
      case PrivateLogFile file -> Optional.of(Path.of(file.getFile()));
      case ResilientFileOutputStream stream -> Optional.of(stream.getFile().toPath());
      case null, default -> Optional.empty();
    };
  }

  private void heard(Path file, Status status) {
    if (status.getEffectiveLevel() >= Status.ERROR) {
      String why =
          Optional.ofNullable(status.getThrowable())
              .map(Throwable::getMessage)
              .orElse(status.getMessage());
      begins(
          file, Message.of("log-file.not-written", "folder", folder, "reason", LogText.line(why)));
    } else if (status.getMessage() != null && status.getMessage().startsWith(RECOVERED)) {
      ends(file);
    }
  }

  private void begins(Path file, Message message) {
    boolean first;
    synchronized (present) {
      first = present.isEmpty();
      present.put(file, message.problem().toString());
    }
    if (first && begun) {
      told.accept(Diagnostic.error(LogCode.LOG_NOT_WRITTEN, message));
    }
  }

  private void ends(Path file) {
    boolean last;
    synchronized (present) {
      last = present.remove(file) != null && present.isEmpty();
    }
    if (last) {
      told.accept(
          Diagnostic.warning(
              LogCode.LOG_NOT_WRITTEN, Message.of("log-file.written", "folder", folder)));
    }
  }
}
