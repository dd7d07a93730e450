package dev.garrison.windowsservice;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * State of a service that one waits for.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_status_process">SERVICE_STATUS_PROCESS,
 *     dwCurrentState</a>
 */
enum ServiceState {
  STOPPED(1),
  RUNNING(4);

  private static final Duration PACE = Duration.ofMillis(250);
  private static final int TRIES = 360;

  /** Java has read the manifest by then, or refused it. */
  private static final int LASTING_TRIES = 48;

  private final int number;

  ServiceState(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /**
   * Waits until the service is in a state.
   *
   * @throws RefusalException if it ends instead, or is not there after 90 seconds
   */
  static void await(ServiceState wanted, Supplier<MemorySegment> status) {
    for (int tries = 0; tries < TRIES; tries++) {
      MemorySegment now = status.get();
      int state = now.get(JAVA_INT, 4);
      if (state == wanted.number) {
        return;
      }
      if (state == STOPPED.number) {
        throw missed(
            Message.of("windows-service.ended", "error", String.valueOf(now.get(JAVA_INT, 12))));
      }
      pause();
    }
    throw missed(Message.of("windows-service.too-slow", "time", PACE.multipliedBy(TRIES)));
  }

  /**
   * Waits for a while and demands that the service still runs. procrun says that it runs as soon as
   * Java does, and what Java starts may still refuse to.
   *
   * @throws RefusalException if it ends within 12 seconds
   */
  static void requireLasting(Supplier<MemorySegment> status) {
    for (int tries = 0; tries < LASTING_TRIES; tries++) {
      if (status.get().get(JAVA_INT, 4) != RUNNING.number) {
        throw missed(Message.of("windows-service.ended-again"));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missed(Message.of("windows-service.interrupted"));
    }
  }

  private static RefusalException missed(Message message) {
    return new RefusalException(Diagnostic.error(WindowsServiceCode.SERVICE_NOT_AS_ASKED, message));
  }
}
