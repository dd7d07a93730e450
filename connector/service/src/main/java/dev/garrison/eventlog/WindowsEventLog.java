package dev.garrison.eventlog;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.garrison.foreign.ForeignFunction;
import dev.garrison.foreign.ForeignLibrary;
import dev.garrison.foreign.WideText;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/**
 * The Application log of Windows, with the source Garrison.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-reporteventw">ReportEventW</a>
 */
final class WindowsEventLog implements EventLog {
  static final String SOURCE = "Garrison";

  /** Most characters of a text of an entry. */
  private static final int LONGEST = 31_839;

  /** Functions of advapi32.dll, loaded where they are needed. */
  private static final class Functions {
    private static final ForeignLibrary ADVAPI32 = ForeignLibrary.ofWindows("advapi32.dll");

    /** Computer, source. */
    static final ForeignFunction REGISTER =
        ADVAPI32.function("RegisterEventSourceW", ADDRESS, ADDRESS, ADDRESS);

    /** Log, type, category, identifier, user, count of texts, size of data, texts, data. */
    static final ForeignFunction REPORT =
        ADVAPI32.function(
            "ReportEventW",
            JAVA_INT,
            ADDRESS,
            JAVA_SHORT,
            JAVA_SHORT,
            JAVA_INT,
            ADDRESS,
            JAVA_SHORT,
            JAVA_INT,
            ADDRESS,
            ADDRESS);

    static final ForeignFunction DEREGISTER =
        ADVAPI32.function("DeregisterEventSource", JAVA_INT, ADDRESS);
  }

  private final Consumer<String> missing;

  /**
   * @param missing receives a sentence for each entry that could not be written
   */
  WindowsEventLog(Consumer<String> missing) {
    this.missing = missing;
  }

  @Override
  public void write(EventKind kind, String text) {
    try (Arena arena = Arena.ofConfined()) {
      ForeignFunction.Result opened =
          Functions.REGISTER.call(MemorySegment.NULL, WideText.write(arena, SOURCE));
      if (opened.address().equals(MemorySegment.NULL)) {
        missed(kind, opened.error());
        return;
      }
      try {
        MemorySegment texts = arena.allocate(ADDRESS);
        texts.set(
            ADDRESS, 0, WideText.write(arena, text.substring(0, Math.min(text.length(), LONGEST))));
        ForeignFunction.Result written =
            Functions.REPORT.call(
                opened.address(),
                type(kind),
                (short) 0,
                kind.number(),
                MemorySegment.NULL,
                (short) 1,
                0,
                texts,
                MemorySegment.NULL);
        if (written.number() == 0) {
          missed(kind, written.error());
        }
      } finally {
        Functions.DEREGISTER.call(opened.address());
      }
    }
  }

  /** EVENTLOG_ERROR_TYPE, EVENTLOG_WARNING_TYPE or EVENTLOG_INFORMATION_TYPE. */
  private static short type(EventKind kind) {
    return switch (kind.severity()) {
      case ERROR -> 1;
      case WARNING -> 2;
      case NOTE -> 4;
    };
  }

  private void missed(EventKind kind, int error) {
    missing.accept(
        "The Event Log of Windows did not take the entry %d (error %d)."
            .formatted(kind.number(), error));
  }
}
