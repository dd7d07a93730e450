package dev.garrison.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.status.ErrorStatus;
import ch.qos.logback.core.status.InfoStatus;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.Severity;
import dev.garrison.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class ServiceLogTest {
  @TempDir private Path folder;
  private final List<String> faults = new ArrayList<>();

  private ServiceLog open(Path where) {
    return open(where, LogSize.DEFAULT);
  }

  private ServiceLog open(Path where, LogSize size) {
    return ServiceLog.open(where, ZoneOffset.UTC, fault -> faults.add(fault.toString()), size);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }

  @Test
  void bothFilesHaveTheSameEventsAndOnlyTheirOwnerReadsThem() throws IOException {
    Path logs = folder.resolve("state/log");
    try (ServiceLog log = open(logs)) {
      log.say("service", Severity.NOTE, "Grüße an {} Server.");
      log.say("run", Severity.ERROR, "It failed.", "rollout", 12, "GAR-0506");
      assertThat(log.folder()).isEqualTo(logs);
      assertThat(log.problem()).isEmpty();
    }
    assertThat(lines(logs.resolve("garrison.jsonl")))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"message\":\"Grüße an {} Server.\"");
    assertThat(lines(logs.resolve("garrison.log")))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("<![LOG[It failed. [GAR-0506]]LOG]!><time=\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs)))
        .isEqualTo("rwx------");
    assertThat(permissions(logs)).containsOnly("rw-------").hasSizeGreaterThan(1);
    assertThat(faults).isEmpty();
  }

  private static List<String> permissions(Path logs) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.toList()) {
        found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
    return found;
  }

  @Test
  void filesArePutAsideAndNoMoreOfThemAreKeptThanAllowed() throws IOException {
    try (ServiceLog log = open(folder, new LogSize(2000, 3, Duration.ZERO))) {
      for (int index = 0; index < 200; index++) {
        log.say("service", Severity.NOTE, "Event %d of two hundred.".formatted(index));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "garrison.lock",
              "garrison.jsonl",
              "garrison.1.jsonl",
              "garrison.2.jsonl",
              "garrison.3.jsonl",
              "garrison.log",
              "garrison.1.log",
              "garrison.2.log",
              "garrison.3.log");
    }
    assertThat(permissions(folder)).containsOnly("rw-------");
    assertThat(Files.size(folder.resolve("garrison.1.jsonl"))).isBetween(1500L, 3000L);
    assertThat(lines(folder.resolve("garrison.jsonl")).getLast()).contains("Event 199 of");
  }

  @Test
  void aFileThatIsThereGoesOn() throws IOException {
    for (int start = 1; start <= 2; start++) {
      try (ServiceLog log = open(folder)) {
        log.say("service", Severity.NOTE, "Start " + start + ".");
      }
    }
    assertThat(lines(folder.resolve("garrison.log"))).hasSize(2);
  }

  @Test
  void whatLibrariesWarnOfIsInTheFilesAndNotOnStderr() throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (ServiceLog log = open(folder)) {
      log.enter("rollout", 12);
      LoggerFactory.getLogger("org.example.Library").warn("careful");
      LoggerFactory.getLogger("org.example.Library").info("chatter");
      LoggerFactory.getLogger("io.javalin.Javalin").error("told by us");
      log.leave();
      LoggerFactory.getLogger("org.example.Library").warn("careful again");
    } finally {
      System.setErr(before);
    }
    LoggerFactory.getLogger("org.example.Library").warn("after the end");
    assertThat(lines(folder.resolve("garrison.jsonl")))
        .hasSize(2)
        .first()
        .asString()
        .contains("\"job\":\"rollout\",\"level\":\"warn\",\"message\":\"careful\",\"run\":12");
    assertThat(lines(folder.resolve("garrison.jsonl")).getLast()).doesNotContain("\"run\"");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeOneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    assertThatThrownBy(() -> open(file.resolve("log")))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(
            "Logs can't be written to \"%s\": FileSystemException: %s: Not a directory."
                .formatted(file.resolve("log"), file.resolve("log")));
  }

  @Test
  void aNameThatIsTakenByAFolderIsRefusedAndNothingStaysOpen() throws IOException {
    Files.createDirectory(folder.resolve("garrison.log"));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("Logs can't be written to \"%s\": ".formatted(folder));
    Files.delete(folder.resolve("garrison.log"));
    open(folder).close();
    assertThat(faults).isEmpty();
  }

  @Test
  void aFolderInWhichAnotherProcessWritesIsRefused() {
    try (ServiceLog log = open(folder)) {
      assertThatThrownBy(() -> open(log.folder()))
          .isInstanceOf(RefusalException.class)
          .hasMessage(
              "Logs can't be written to \"%s\": another process writes its log there. Specify a folder on a local disk with free space and write permission, with --log-folder or \"server.logFolder\". \"--log-folder none\" turns off the log files. [LOG_FOLDER_UNUSABLE GAR-1111]"
                  .formatted(folder));
    }
  }

  @Test
  void aDiskThatFillsUpIsToldOnceAndStopsNothing() throws IOException {
    Files.createSymbolicLink(folder.resolve("garrison.jsonl"), Path.of("/dev/full"));
    try (ServiceLog log = open(folder)) {
      log.say("service", Severity.NOTE, "First.");
      log.say("service", Severity.NOTE, "Second.");
      assertThat(log.problem())
          .contains(
              "The log files in \"%s\" can't be written: No space left on device."
                  .formatted(folder));
    }
    assertThat(faults)
        .containsExactly(
            "The log files in \"%s\" can't be written: No space left on device. Free up space, or restore the write permission. The service continues, and this message isn't repeated. [LOG_NOT_WRITTEN GAR-1112]"
                .formatted(folder));
    assertThat(lines(folder.resolve("garrison.log"))).hasSize(2);
  }

  @Test
  void aFileThatCouldNotBeBegunIsTriedAgain() throws IOException {
    try (ServiceLog log = open(folder, new LogSize(1, 1, Duration.ZERO))) {
      log.say("service", Severity.NOTE, "First.");
      Path active = folder.resolve("garrison.jsonl");
      Files.delete(active);
      Files.createDirectory(active);
      Path aside = folder.resolve("garrison.1.jsonl");
      Files.deleteIfExists(aside);
      Files.createDirectories(aside.resolve("x"));
      log.say("service", Severity.NOTE, "Second.");
      log.say("service", Severity.NOTE, "Third.");
      assertThat(log.problem()).isPresent();
      assertThat(faults).singleElement().asString().contains("LOG_NOT_WRITTEN");
      assertThat(lines(folder.resolve("garrison.log")).getLast()).contains("Third.");
      Files.delete(active);
      Files.delete(aside.resolve("x"));
      Files.delete(aside);
      log.say("service", Severity.NOTE, "Fourth.");
      assertThat(log.problem()).isEmpty();
      assertThat(lines(active).getLast()).contains("Fourth.");
    }
    assertThat(faults)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("The log files in \"%s\" are being written again.".formatted(folder));
  }

  private PrivateLogFile file(Path where, String ending) {
    return PrivateLogFile.of(
        new ContextBase(), where, ending, new JsonLineLayout(new Json()), LogSize.DEFAULT);
  }

  @Test
  void itIsToldWhenBothFilesAreWrittenAgain() {
    List<Diagnostic> told = new ArrayList<>();
    LogFaults watched = new LogFaults(folder, told::add);
    watched.begin();
    PrivateLogFile one = file(folder, "jsonl");
    PrivateLogFile other = file(folder, "log");
    watched.addStatusEvent(new ErrorStatus("IO failure", one, new IOException("full\r\nx")));
    watched.addStatusEvent(new ErrorStatus("IO failure", other, new IOException("full too")));
    watched.addStatusEvent(new InfoStatus("Attempting to recover from IO failure on file", one));
    watched.addStatusEvent(new InfoStatus("Recovered from IO failure on file", one));
    assertThat(watched.present())
        .contains("The log files in \"%s\" can't be written: full too.".formatted(folder));
    assertThat(told).hasSize(1);
    watched.addStatusEvent(new InfoStatus("Recovered from IO failure on file", other));
    assertThat(watched.present()).isEmpty();
    assertThat(told)
        .map(Diagnostic::problem)
        .containsExactly(
            "The log files in \"%s\" can't be written: full\\u000d\\u000ax.".formatted(folder),
            "The log files in \"%s\" are being written again.".formatted(folder));
  }

  @Test
  void whatLogbackSaysOfOtherThingsIsNotAboutTheFiles() {
    LogFaults watched = new LogFaults(folder, _ -> {});
    watched.addStatusEvent(new ErrorStatus("of another", this, new IOException("x")));
    watched.addStatusEvent(
        new ErrorStatus("of another service", file(folder.resolve("other"), "log")));
    assertThat(watched.present()).isEmpty();
  }
}
