package dev.garrison.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Log files of a running service: {@code garrison.jsonl} and {@code garrison.log}. Warnings of
 * libraries are written there too. Safe for use by several threads.
 */
public final class ServiceLog implements AutoCloseable {
  private final LogFolder folder;
  private final LoggerContext context;
  private final Level before;
  private final LogFaults faults;
  private final List<PrivateLogFile> files;

  private ServiceLog(
      LogFolder folder, LoggerContext context, LogFaults faults, List<PrivateLogFile> files) {
    this.folder = folder;
    this.context = context;
    this.before = root().getLevel();
    this.faults = faults;
    this.files = List.copyOf(files);
  }

  /**
   * Opens the log files.
   *
   * @param zone of the computer
   * @param faults receives a diagnostic when the files cannot be written any more, and when they
   *     can again
   * @throws dev.garrison.diagnostic.RefusalException where the folder cannot be used
   */
  public static ServiceLog open(Path folder, ZoneId zone, Consumer<Diagnostic> faults) {
    return open(folder, zone, faults, LogSize.DEFAULT);
  }

  static ServiceLog open(Path folder, ZoneId zone, Consumer<Diagnostic> told, LogSize size) {
    LogFolder taken = LogFolder.take(folder);
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LogFaults faults = new LogFaults(taken.path(), told);
    context.getStatusManager().add(faults);
    ServiceLog log =
        new ServiceLog(
            taken,
            context,
            faults,
            List.of(
                file(context, taken, "jsonl", new JsonLineLayout(new Json()), size),
                file(context, taken, "log", new CMTraceLayout(zone), size)));
    log.start();
    if (!log.files.stream().allMatch(PrivateLogFile::isStarted)) {
      log.close();
      throw LogFolder.unusable(
          taken.path(), new IOException(faults.present().orElse("its files cannot be opened")));
    }
    faults.begin();
    return log;
  }

  private static PrivateLogFile file(
      LoggerContext context,
      LogFolder folder,
      String ending,
      Layout<ILoggingEvent> layout,
      LogSize size) {
    return PrivateLogFile.of(context, folder.path(), ending, layout, size);
  }

  /**
   * Starts the files. The service's own events are not written to standard error, where the command
   * prints them in its own form.
   */
  private void start() {
    ours().setAdditive(false);
    ours().setLevel(Level.INFO);
    for (PrivateLogFile file : files) {
      file.start();
      ours().addAppender(file);
      root().addAppender(file);
    }
    root().setLevel(Level.WARN);
  }

  private Logger root() {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private Logger ours() {
    return context.getLogger("garrison");
  }

  /** Folder of the files. */
  public Path folder() {
    return folder.path();
  }

  /** Reason why the files cannot be written now; empty while they can. */
  public Optional<String> problem() {
    return faults.present();
  }

  /**
   * Logs a message.
   *
   * @param component part of the service, in one word
   */
  public void say(String component, Severity severity, String message) {
    at(component, severity).log("{}", message);
  }

  /** Logs a message about a run of a job. */
  public void say(String component, Severity severity, String message, String job, long run) {
    at(component, severity)
        .addKeyValue(Fields.JOB, job)
        .addKeyValue(Fields.RUN, run)
        .log("{}", message);
  }

  /** Logs a message about a run of a job, with the code of a diagnostic. */
  public void say(
      String component, Severity severity, String message, String job, long run, String code) {
    at(component, severity)
        .addKeyValue(Fields.JOB, job)
        .addKeyValue(Fields.RUN, run)
        .addKeyValue(Fields.CODE, code)
        .log("{}", message);
  }

  /** Logs a diagnostic. */
  public void say(String component, Diagnostic diagnostic) {
    at(component, diagnostic.severity())
        .addKeyValue(Fields.CODE, diagnostic.code().label())
        .log("{}", "%s %s".formatted(diagnostic.problem(), diagnostic.remedy()));
  }

  private LoggingEventBuilder at(String component, Severity severity) {
    Logger logger = context.getLogger(Fields.OURS + component);
    return switch (severity) {
      case ERROR -> logger.atError();
      case WARNING -> logger.atWarn();
      case NOTE -> logger.atInfo();
    };
  }

  /** Assigns the events of libraries on this thread to this run, until {@link #leave()}. */
  public void enter(String job, long run) {
    MDC.put(Fields.JOB, job);
    MDC.put(Fields.RUN, String.valueOf(run));
  }

  /** Ends the assignment to a run. */
  public void leave() {
    MDC.remove(Fields.JOB);
    MDC.remove(Fields.RUN);
  }

  @Override
  public void close() {
    root().setLevel(before);
    for (PrivateLogFile file : files) {
      ours().detachAppender(file);
      root().detachAppender(file);
      file.stop();
    }
    context.getStatusManager().remove(faults);
    folder.close();
  }
}
