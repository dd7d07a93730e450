package dev.garrison.connection.sspi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.foreign.ForeignFunction;
import dev.garrison.foreign.ForeignLibrary;
import java.io.File;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of secur32.dll that sign a client in. The library is loaded at the first sign-in.
 * Safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/sspi/">sspi.h</a>
 */
public final class SecuritySupport {
  private final Supplier<ForeignLibrary> library;
  private @Nullable Functions functions;

  /**
   * @param library secur32.dll, or another library with its functions
   */
  public SecuritySupport(Supplier<ForeignLibrary> library) {
    this.library = library;
  }

  /** Functions of the system itself; empty where it is not Windows. */
  public static Optional<SecuritySupport> ofSystem() {
    return File.separatorChar == '\\'
        ? Optional.of(new SecuritySupport(() -> ForeignLibrary.ofWindows("secur32.dll")))
        : Optional.empty();
  }

  synchronized Functions functions() {
    if (functions == null) {
      functions = Functions.of(library.get());
    }
    return functions;
  }

  /** The functions by what they do; each returns a SECURITY_STATUS. */
  record Functions(
      ForeignFunction acquire,
      ForeignFunction initialize,
      ForeignFunction deleteContext,
      ForeignFunction freeCredentials) {
    private static Functions of(ForeignLibrary library) {
      return new Functions(
          library.function(
              "AcquireCredentialsHandleW",
              JAVA_INT,
              ADDRESS,
              ADDRESS,
              JAVA_INT,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              ADDRESS),
          library.function(
              "InitializeSecurityContextW",
              JAVA_INT,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              JAVA_INT,
              JAVA_INT,
              JAVA_INT,
              ADDRESS,
              JAVA_INT,
              ADDRESS,
              ADDRESS,
              ADDRESS,
              ADDRESS),
          library.function("DeleteSecurityContext", JAVA_INT, ADDRESS),
          library.function("FreeCredentialsHandle", JAVA_INT, ADDRESS));
    }
  }
}
