package dev.garrison.log;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import dev.garrison.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hears when log files cannot be written any more, and when they can again. Logback goes on trying,
 * and what is said meanwhile is lost.
 */
final class LogFaults implements StatusListener {
  private static final String RECOVERED = "Recovered from IO failure";

  private final Path folder;
  private final Consumer<Diagnostic> told;
  private volatile boolean begun;
  private final AtomicReference<Optional<String>> present = new AtomicReference<>(Optional.empty());

  /**
   * @param told once for each time that it begins, and once when it is over
   */
  LogFaults(Path folder, Consumer<Diagnostic> told) {
    this.folder = folder;
    this.told = told;
  }

  /** From now on somebody is told. */
  void begin() {
    begun = true;
  }

  /** What is wrong now. */
  Optional<String> present() {
    return present.get();
  }

  @Override
  public void addStatusEvent(Status status) {
    if (status.getEffectiveLevel() >= Status.ERROR) {
      String why =
          Optional.ofNullable(status.getThrowable())
              .map(Throwable::getMessage)
              .orElse(status.getMessage());
      String problem =
          "The log files in %s cannot be written: %s.".formatted(folder, Cleaned.line(why));
      if (present.getAndSet(Optional.of(problem)).isEmpty() && begun) {
        told.accept(
            Diagnostic.error(
                LogCode.LOG_NOT_WRITTEN,
                problem,
                "The service goes on, and this is not said again. Make room, or give back the right to write there."));
      }
    } else if (status.getMessage() != null && status.getMessage().startsWith(RECOVERED)) {
      present
          .getAndSet(Optional.empty())
          .ifPresent(_ ->
              told.accept(
                  Diagnostic.warning(
                      LogCode.LOG_NOT_WRITTEN,
                      "The log files in %s are written again.".formatted(folder),
                      "What was said in between is not in them.")));
    }
  }
}
