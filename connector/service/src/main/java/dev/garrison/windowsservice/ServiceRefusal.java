package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Path;

/** Refusals of Windows, and of the programs that change its services. */
final class ServiceRefusal {
  private ServiceRefusal() {}

  /** Refusal of a call to Windows with an error number. */
  static RefusalException refused(Text operation, int error) {
    return failed(
        Message.of(
            error == 5 ? "windows-service.denied" : "windows-service.refused",
            "operation",
            operation,
            "error",
            String.valueOf(error)));
  }

  /** Failure of a program that ended with another exit code than 0. */
  static RefusalException failed(Message message) {
    return new RefusalException(Diagnostic.error(WindowsServiceCode.SERVICE_REFUSED, message));
  }

  /** Failure to run a program, or to change a file. */
  static RefusalException failed(Path program, IOException reason) {
    Message message =
        Message.of("windows-service.program-failed", "program", program, "reason", reason);
    return new RefusalException(
        Diagnostic.error(WindowsServiceCode.SERVICE_REFUSED, message), reason);
  }
}
