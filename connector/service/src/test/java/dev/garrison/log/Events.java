package dev.garrison.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Events as Logback hands them to a layout. */
final class Events {
  private Events() {}

  static LoggingEvent event(Instant at, Level level, String logger, String message) {
    return event(at, level, logger, message, null);
  }

  static LoggingEvent event(
      Instant at, Level level, String logger, String message, @Nullable Throwable thrown) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LoggingEvent event =
        new LoggingEvent(
            Events.class.getName(),
            context.getLogger(logger),
            level,
            "{}",
            thrown,
            new Object[] {message});
    event.setInstant(at);
    event.setThreadName("worker-1");
    return event;
  }

  static LoggingEvent with(LoggingEvent event, String key, Object value) {
    event.addKeyValuePair(new KeyValuePair(key, value));
    return event;
  }
}
