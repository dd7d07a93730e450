package dev.garrison.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Formats an event as one line in the format of Configuration Manager's logs. The time is that of
 * the computer, followed by the minutes by which it is behind UTC: an example by <a
 * href="https://learn.microsoft.com/intune/configmgr/core/plan-design/hierarchy/client-peer-cache">Microsoft</a>,
 * of a client in the zone of its headquarters in June, has {@code +420}. CMTrace reads no more than
 * 100 characters of a component, a thread as a number, and an empty context, as <a
 * href="https://github.com/adamgell/cmtraceopen">a program that reads the same format</a> has
 * found.
 */
final class CMTraceLayout extends LayoutBase<ILoggingEvent> {
  private static final String BEGIN = "<![LOG[";
  private static final String END = "]LOG]!>";
  private static final int LONGEST_COMPONENT = 100;
  private static final int MOST_CAUSES = 5;
  private static final int MINUTE = 60;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM-dd-yyyy", Locale.ROOT);

  private final ZoneId zone;

  /**
   * @param zone of the computer
   */
  CMTraceLayout(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    ZonedDateTime at = event.getInstant().atZone(zone);
    return String.format(
        Locale.ROOT,
        "%s%s%s<time=\"%s%+04d\" date=\"%s\" component=\"%s\" context=\"\" type=\"%d\" thread=\"%d\" file=\"\">\r\n",
        BEGIN,
        message(event),
        END,
        TIME.format(at),
        -at.getOffset().getTotalSeconds() / MINUTE,
        DATE.format(at),
        component(event),
        type(event.getLevel()),
        Thread.currentThread().threadId());
  }

  /**
   * The message without the two markers of a line. A reader would take a marker for the end or the
   * beginning of another line.
   */
  private static String message(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    Fields.of(event, Fields.RUN)
        .filter(run -> !event.getLoggerName().startsWith(Fields.OURS))
        .ifPresent(run -> text.append("Run ").append(run).append(": "));
    text.append(event.getFormattedMessage());
    Fields.of(event, Fields.CODE).ifPresent(code -> text.append(" [").append(code).append(']'));
    IThrowableProxy cause = event.getThrowableProxy();
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      text.append(" | ")
          .append(cause.getClassName())
          .append(": ")
          .append(Optional.ofNullable(cause.getMessage()).orElse("no message"));
      cause = cause.getCause();
    }
    return LogText.line(text.toString()).replace("<![LOG", "<! [LOG").replace("]LOG]!", "]LOG] !");
  }

  /** The component; never empty, because CMTrace does not parse such a line. */
  private static String component(ILoggingEvent event) {
    String name = LogText.line(Fields.component(event)).replace('"', '\'');
    String cut =
        name.length() > LONGEST_COMPONENT
            ? name.substring(name.length() - LONGEST_COMPONENT)
            : name;
    return cut.isEmpty() ? "garrison" : cut;
  }

  private static int type(Level level) {
    if (level.isGreaterOrEqual(Level.ERROR)) {
      return 3;
    }
    return level.isGreaterOrEqual(Level.WARN) ? 2 : 1;
  }
}
