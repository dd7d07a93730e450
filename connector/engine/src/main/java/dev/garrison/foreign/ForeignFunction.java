package dev.garrison.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function of a C library. */
public final class ForeignFunction {
  static final String LAST_ERROR = "GetLastError";

  private final MethodHandle handle;
  private final boolean plain;

  /**
   * @param plain whether the function tells no error besides its result
   */
  ForeignFunction(MethodHandle handle, boolean plain) {
    this.handle = handle;
    this.plain = plain;
  }

  /**
   * Result of a call.
   *
   * @param value of the type that the result's layout has in Java
   * @param error what GetLastError says after the call; 0 where a library does not tell it so. It
   *     means something only where the value says that the call failed
   */
  public record Result(Object value, int error) {
    /** The result as a number. */
    public int number() {
      return (int) value;
    }

    /** The result as an address. */
    public MemorySegment address() {
      return (MemorySegment) value;
    }
  }

  /** Calls the function with numbers and addresses, as the layouts of its arguments say. */
  public Result call(Object... arguments) {
    if (plain) {
      return new Result(called(Arrays.asList(arguments)), 0);
    }
    try (Arena arena = Arena.ofConfined()) {
      StructLayout layout = Linker.Option.captureStateLayout();
      MemorySegment state = arena.allocate(layout);
      List<Object> all = new ArrayList<>(List.of(state));
      all.addAll(Arrays.asList(arguments));
      Object value = called(all);
      long place = layout.byteOffset(MemoryLayout.PathElement.groupElement(LAST_ERROR));
      return new Result(value, state.get(ValueLayout.JAVA_INT, place));
    }
  }

  private Object called(List<Object> arguments) {
    try {
      return handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a function of C threw " + e, e);
    }
  }
}
