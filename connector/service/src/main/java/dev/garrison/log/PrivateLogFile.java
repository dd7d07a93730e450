package dev.garrison.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import dev.garrison.files.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/**
 * A log file that only its owner may read, also after it is rotated. The files are {@code
 * garrison.log}, then {@code garrison.1.log} and so on, up to the configured number.
 */
final class PrivateLogFile extends RollingFileAppender<ILoggingEvent> {
  private PrivateLogFile() {}

  /**
   * Creates the file, not started.
   *
   * @param ending extension of the file's name
   * @param most size and number of files
   */
  static PrivateLogFile of(
      Context context, Path folder, String ending, Layout<ILoggingEvent> layout, LogSize most) {
    PrivateLogFile file = new PrivateLogFile();
    file.setContext(context);
    file.setName("garrison-file-" + ending);
    file.setFile(folder.resolve("garrison." + ending).toString());
    layout.setContext(context);
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setLayout(layout);
    encoder.start();
    file.setEncoder(encoder);
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(file);
    rolling.setFileNamePattern(folder.resolve("garrison.%i." + ending).toString());
    rolling.setMinIndex(1);
    rolling.setMaxIndex(most.files());
    file.setRollingPolicy(rolling);
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(new FileSize(most.bytes()));
    trigger.setCheckIncrement(new Duration(most.look().toMillis()));
    file.setTriggeringPolicy(trigger);
    rolling.start();
    trigger.start();
    return file;
  }

  /**
   * Writes an event; if a new file could not be opened after a rotation, opening is tried again
   * first.
   */
  @Override
  protected void subAppend(ILoggingEvent event) {
    streamWriteLock.lock();
    try {
      if (isStarted() && getOutputStream() == null) {
        openFile(getFile());
        addInfo(LogFaults.RECOVERED + ": " + getFile() + " is begun");
      }
    } catch (IOException e) {
      addError("cannot begin " + getFile(), e);
      return;
    } finally {
      streamWriteLock.unlock();
    }
    super.subAppend(event);
  }

  @Override
  public void openFile(String name) throws IOException {
    Path file = Path.of(name);
    try {
      OwnerOnly.create(file).close();
    } catch (FileAlreadyExistsException goesOn) {
      addInfo("goes on with " + goesOn.getFile());
    }
    super.openFile(name);
  }
}
