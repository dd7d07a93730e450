package dev.garrison.payload.intake;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Inspects a file in a folder that other people write to, within a time limit. If the file makes
 * its reader fail, or takes too long, only this one file is refused.
 */
final class BoundedInspection {
  private final PackageInspector inspector;
  private final Duration longest;

  BoundedInspection(PackageInspector inspector, Duration longest) {
    this.inspector = inspector;
    this.longest = longest;
  }

  /**
   * Inspects the file.
   *
   * @throws RefusalException when the file cannot be read or inspected, or not in time
   */
  Inspection of(Path file, Requirements requirements) {
    FutureTask<Inspection> task = new FutureTask<>(() -> inspector.inspect(file, requirements));
    // A read from a share that is gone may not hear that it is to end, and is not waited for.
    Thread.ofPlatform().daemon().name("garrison-inspection").start(task);
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new RefusalException(
          notInspected(Message.of("intake.inspection-slow", "file", file, "limit", longest)), e);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while inspecting " + file, e);
    } catch (ExecutionException e) {
      throw refusal(file, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static RefusalException refusal(Path file, Throwable cause) {
    if (cause instanceof RefusalException refusal) {
      return refusal;
    }
    String kind = cause.getClass().getSimpleName();
    return new RefusalException(
        notInspected(
            cause.getMessage() == null
                ? Message.of("intake.not-inspected", "file", file, "kind", kind)
                : Message.of(
                    "intake.not-inspected-told",
                    "file",
                    file,
                    "kind",
                    kind,
                    "message",
                    cause.getMessage())),
        cause);
  }

  private static Diagnostic notInspected(Message message) {
    return Diagnostic.error(IntakeCode.INTAKE_FILE_NOT_INSPECTED, message);
  }
}
