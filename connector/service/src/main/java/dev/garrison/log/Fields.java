package dev.garrison.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fields of an event besides its message: its own, or those of the run on whose thread it occurred.
 */
final class Fields {
  static final String JOB = "job";
  static final String RUN = "run";
  static final String CODE = "code";

  /**
   * Prefix of the names of the service's own loggers; the loggers of libraries are named after
   * classes.
   */
  static final String OURS = "garrison.";

  private Fields() {}

  static Optional<String> of(ILoggingEvent event, String key) {
    return Stream.ofNullable(event.getKeyValuePairs())
        .flatMap(List::stream)
        .filter(pair -> pair.key.equals(key))
        .map(pair -> String.valueOf(pair.value))
        .findFirst()
        .or(() -> Optional.ofNullable(event.getMDCPropertyMap().get(key)));
  }

  static String component(ILoggingEvent event) {
    String logger = event.getLoggerName();
    return logger.startsWith(OURS) ? logger.substring(OURS.length()) : logger;
  }
}
