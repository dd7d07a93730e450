package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.job.JobMode;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log files of the program as it is packed. */
final class ServeLogIT {
  private static final String RUN = "of job 'expiry' ended";
  private static final int MOST_LOOKS = 1500;

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() throws InterruptedException {
    site = new TrialSite("2107-rollup", folder);
    TrialJobs jobs = new TrialJobs(site);
    jobs.schedule("job: expiry, every: 6h");
    jobs.set(JobKind.EXPIRY, JobMode.PLAN_ONLY);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** Serves until something was said. */
  private Result served(Path log, String said, String... words) throws Exception {
    String[] line = new String[words.length + 3];
    System.arraycopy(words, 0, line, 3, words.length);
    line[0] = "serve";
    line[1] = "--listen";
    line[2] = "127.0.0.1:0";
    Running running = PackedProgram.start(folder, line);
    try {
      for (int look = 0; !says(log, said); look++) {
        assertThat(look).as("%s", running).isLessThan(MOST_LOOKS);
        assertThat(running.process().waitFor(20, TimeUnit.MILLISECONDS))
            .as("ended by itself")
            .isFalse();
      }
      JavaProcess.interrupt(running.process());
      return running.await();
    } finally {
      running.process().destroyForcibly();
    }
  }

  private static boolean says(Path log, String said) throws IOException {
    return Files.exists(log) && Files.readString(log).contains(said);
  }

  private static List<String> messages(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .map(new Json()::parse)
        .map(line -> line.path("component").asText() + ": " + line.path("message").asText())
        .toList();
  }

  @Test
  void theLogOfAServiceHasItsWholeLifeAndLiesInTheStateFolder() throws Exception {
    Path logs = folder.resolve(".garrison/service/log");
    Result result = served(logs.resolve("garrison.jsonl"), RUN);
    assertThat(result.out()).contains("The log is in " + logs.toRealPath() + ".\n");
    List<String> said = messages(logs.resolve("garrison.jsonl"));
    assertThat(said.getFirst()).startsWith("service: Garrison ").contains(" begins, on Java 25");
    assertThat(said)
        .containsSubsequence(
            "service: Garrison serves trial, site PS1: 1 job. Press Ctrl-C to stop.",
            "service: The service was told to end.",
            "service: The service has ended.")
        .anyMatch(
            line -> line.startsWith("run: Run 1 of job 'expiry' began: schedule, mode plan-only"))
        .anyMatch(line -> line.startsWith("run: Run 1 of job 'expiry' ended after "))
        .anyMatch(line -> line.startsWith("service: The API is at http://127.0.0.1:"));
    assertThat(Files.readAllLines(logs.resolve("garrison.log"))).hasSameSizeAs(said);
    for (String name : List.of("garrison.jsonl", "garrison.log")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(result.err()).isEmpty();
  }

  @Test
  void whoeverEndsItWhileItStartsEndsItInOrder() throws Exception {
    Path log = folder.resolve("early/garrison.jsonl");
    Result result = served(log, " begins, on Java ", "--log-folder", "early");
    assertThat(messages(log))
        .containsSubsequence(
            "service: The service was told to end.", "service: The service has ended.");
    assertThat(result.exit()).isEqualTo(130);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void theManifestOrAnOptionNamesAnotherFolder() throws Exception {
    site.manifest().replace("jobs:\n", "server:\n  logFolder: logs of garrison\njobs:\n");
    Path named = folder.resolve("logs of garrison/garrison.jsonl");
    served(named, RUN);
    assertThat(folder.resolve(".garrison/service/log")).doesNotExist();
    Path other = folder.resolve("other/garrison.jsonl");
    served(other, "The API is at", "--log-folder", "other");
    assertThat(folder.resolve(".garrison/service/service.log-folder"))
        .hasContent(folder.toRealPath().resolve("other").toString());
    JsonNode last = new Json().parse(Files.readAllLines(other).getLast());
    assertThat(last.path("message").asText()).isEqualTo("The service has ended.");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldBeforeAnyJobRuns() throws Exception {
    Files.writeString(folder.resolve("taken"), "x");
    Result result = PackedProgram.run(folder, "serve", "--listen", "none", "--log-folder", "taken");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.problems())
        .containsExactly(
            "error: Logs can't be written to \"%s\": FileAlreadyExistsException: %s. [GAR-1111] Fix: Specify a folder on a local disk with free space and write permission, with --log-folder or \"server.logFolder\". \"--log-folder none\" turns off the log files."
                .formatted(
                    folder.toRealPath().resolve("taken"), folder.toRealPath().resolve("taken")));
    assertThat(PackedProgram.run(folder, "job", "history", "--json").out())
        .contains("\"runs\" : [ ]");
  }
}
