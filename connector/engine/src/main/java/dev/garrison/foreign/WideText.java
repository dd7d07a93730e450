package dev.garrison.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Texts as functions of Windows take and return them: UTF-16 with a zero at the end (LPWSTR). */
public final class WideText {
  private WideText() {}

  /** Writes a text; the arena keeps it. */
  public static MemorySegment write(Arena arena, String text) {
    return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
  }

  /** Reads a text up to its zero. */
  public static String read(MemorySegment text) {
    return text.getString(0, StandardCharsets.UTF_16LE);
  }
}
