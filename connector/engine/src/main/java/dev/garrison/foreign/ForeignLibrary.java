package dev.garrison.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Arrays;

/** A C library. It stays loaded until the process ends. */
@SuppressWarnings("restricted") // a library of C is trusted as a whole
public final class ForeignLibrary {
  private final SymbolLookup symbols;
  private final Linker.Option[] options;

  private ForeignLibrary(SymbolLookup symbols, Linker.Option... options) {
    this.symbols = symbols;
    this.options = options;
  }

  /**
   * A library in a file.
   *
   * @throws IllegalArgumentException if it cannot be loaded
   */
  public static ForeignLibrary at(Path file) {
    return new ForeignLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
  }

  /**
   * A library of Windows itself, by its name such as {@code advapi32.dll}. It is loaded from the
   * system's folder and from no other. Its functions tell the error of a call that failed.
   */
  public static ForeignLibrary ofWindows(String name) {
    return new ForeignLibrary(
        SymbolLookup.libraryLookup(WindowsFolder.PATH.resolve(name), Arena.global()),
        Linker.Option.captureCallState(ForeignFunction.LAST_ERROR));
  }

  /**
   * A function with a result.
   *
   * @throws java.util.NoSuchElementException if the library has none of this name
   */
  public ForeignFunction function(String name, MemoryLayout result, MemoryLayout... arguments) {
    return new ForeignFunction(
        Linker.nativeLinker()
            .downcallHandle(
                symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments), options),
        Arrays.asList(options).isEmpty());
  }
}
