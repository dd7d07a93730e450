package dev.garrison.cli.output;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.garrison.foreign.ForeignLibrary;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A stream of the process itself. Its characters are those of UTF-8, but on a console of Windows,
 * which has a code page.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/console-code-pages">Console Code
 *     Pages</a>
 * @see <a href="https://learn.microsoft.com/windows/console/getstdhandle">GetStdHandle</a>
 */
public enum StandardStream {
  IN(-10, "stdin.encoding"),
  OUT(-11, "stdout.encoding"),
  ERR(-12, "stderr.encoding");

  private static final int VIRTUAL_TERMINAL = 4;
  private static final int FIRST_HANDLE = -10;

  private final int handle;
  private final String property;

  StandardStream(int handle, String property) {
    this.handle = handle;
    this.property = property;
  }

  /** The encoding of its characters. */
  public Charset encoding() {
    return File.separatorChar == '\\'
        ? onWindows(
            System.getProperty(property, ""),
            System.getProperty("native.encoding", ""),
            this::isConsole)
        : StandardCharsets.UTF_8;
  }

  /**
   * The encoding of a stream on Windows. Java names the console's code page, and the ANSI code page
   * where there is no console; in Japan both are the same one.
   *
   * @param named what Java takes for this stream, or was told to
   * @param ansi what Java takes for files of this Windows
   * @param console asks Windows whether the stream is a console
   */
  static Charset onWindows(String named, String ansi, BooleanSupplier console) {
    if (named.isEmpty() || (named.equals(ansi) && !console.getAsBoolean())) {
      return StandardCharsets.UTF_8;
    }
    return Charset.forName(named, StandardCharsets.UTF_8);
  }

  /**
   * Whether what the stream goes to understands escape sequences. A console of Windows is asked to.
   *
   * @see <a href="https://learn.microsoft.com/windows/console/setconsolemode">SetConsoleMode</a>
   */
  boolean understandsEscapes() {
    if (File.separatorChar != '\\') {
      return true;
    }
    ForeignLibrary kernel = ForeignLibrary.ofWindows("kernel32.dll");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stream =
          kernel.function("GetStdHandle", ADDRESS, JAVA_INT).call(handle).address();
      MemorySegment mode = arena.allocate(JAVA_INT);
      return kernel
                  .function("GetConsoleMode", JAVA_INT, ADDRESS, ADDRESS)
                  .call(stream, mode)
                  .number()
              != 0
          && kernel
                  .function("SetConsoleMode", JAVA_INT, ADDRESS, JAVA_INT)
                  .call(stream, mode.get(JAVA_INT, 0) | VIRTUAL_TERMINAL)
                  .number()
              != 0;
    }
  }

  /**
   * Whether the stream goes to a terminal. Linux tells it by the link in {@code /proc/self/fd},
   * Windows by the console.
   */
  boolean isTerminal() {
    if (File.separatorChar == '\\') {
      return understandsEscapes();
    }
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + (FIRST_HANDLE - handle)))
          .startsWith("/dev");
    } catch (IOException notTold) {
      return false;
    }
  }

  private boolean isConsole() {
    ForeignLibrary kernel = ForeignLibrary.ofWindows("kernel32.dll");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stream =
          kernel.function("GetStdHandle", ADDRESS, JAVA_INT).call(handle).address();
      return kernel
              .function("GetConsoleMode", JAVA_INT, ADDRESS, ADDRESS)
              .call(stream, arena.allocate(JAVA_INT))
              .number()
          != 0;
    }
  }
}
