package dev.garrison.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * The system folder of Windows, as {@code GetSystemDirectoryW} tells it. No variable of the
 * environment decides from where a library is loaded. kernel32.dll is always that of the system (a
 * "known DLL").
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-search-order">Dynamic-link
 *     library search order</a>
 */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
public final class WindowsFolder {
  private static final int LONGEST = 32_767;

  /** The folder, such as {@code C:\Windows\System32}. */
  public static final Path PATH = Path.of(told());

  private WindowsFolder() {}

  private static String told() {
    ForeignFunction function =
        new ForeignFunction(
            Linker.nativeLinker()
                .downcallHandle(
                    SymbolLookup.libraryLookup("kernel32.dll", Arena.global())
                        .findOrThrow("GetSystemDirectoryW"),
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)),
            true);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(ValueLayout.JAVA_CHAR, LONGEST + 1L);
      int length = function.call(text, LONGEST).number();
      if (length <= 0 || length > LONGEST) {
        throw new IllegalStateException("Windows does not tell its system folder");
      }
      return WideText.read(text);
    }
  }
}
