package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Severity;
import dev.garrison.digest.Sha256;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.JournalRun;
import dev.garrison.job.JobRun;
import dev.garrison.json.Json;
import dev.garrison.log.ServiceLog;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.session.Operator;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import dev.garrison.wiring.SiteSessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed to somebody who helps, and what is not. */
final class SupportBundleIT {
  private static final String HEAD =
      "a3f5c1d2e4b6978801122334455667788990aabbccddeeff0011223344556677";

  /** Each of them is planted somewhere, and none may be in the archive. */
  private static final List<String> MARKERS =
      List.of(
          "WEB02",
          "dc07.fabrikam",
          "fabrikam",
          "FABRIKAM",
          "jdoe",
          "fs07",
          "deploy$",
          "files.lab.example",
          "mde$",
          "hunter2",
          "c3ZjOmh1bnRlcjI2NTQzMjE",
          "S-1-5-21-1004336348",
          "0a1b2c3d-1111-2222-3333-444455556666",
          "Pilot servers",
          "tokenbob",
          "Bob Example",
          "runner7",
          "buildhost",
          "10.11.12.13",
          "SRVX09");

  @TempDir private Path folder;
  private TrialSite site;
  private TrialJobs jobs;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws InterruptedException {
    site = new TrialSite("2107-rollup", folder);
    jobs = new TrialJobs(site, new Operator("runner7", "buildhost.fabrikam.internal", 1, "test"));
    jobs.schedule("job: status, every: 6h");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private int run(String... words) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    String[] line = new String[words.length + 3];
    line[0] = "support-bundle";
    line[1] = "-f";
    line[2] = site.manifest().file().toString();
    System.arraycopy(words, 0, line, 3, words.length);
    return new CommandLineProgram(
            console,
            "test",
            List.of(
                new SupportBundleCommand(
                    console,
                    new SupportBundleCommand.Parts(
                        jobs.looks(),
                        new SiteSessions(
                                new Operator("runner7", "buildhost.fabrikam.internal", 1, "test"),
                                site.tempo(),
                                Map.of(),
                                _ -> Optional.empty())
                            ::probe,
                        new Operator("runner7", "buildhost.fabrikam.internal", 1, "test"),
                        site.lab().clock()))))
        .run(line);
  }

  private Map<String, String> bundle(String... words) throws IOException {
    Path file = folder.resolve("bundle.zip");
    String[] all = new String[words.length + 2];
    all[0] = "--out";
    all[1] = file.toString();
    System.arraycopy(words, 0, all, 2, words.length);
    assertThat(run(all)).as(err.toString()).isZero();
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** Names in the history, the log and the manifest, as they come from sites and people. */
  private String plant() throws InterruptedException {
    jobs.run(JobKind.STATUS);
    TokenText token = TokenText.fresh(new SecureRandom());
    try (JobSchedule schedule = jobs.open()) {
      Instant now = schedule.clock().instant();
      schedule
          .history()
          .tokens()
          .add(
              new AccessToken(
                  "tokenbob",
                  Role.VIEWER,
                  token.digest(),
                  now,
                  "runner7 on buildhost.fabrikam.internal, process 5",
                  now.plus(Duration.ofDays(1)),
                  Optional.empty(),
                  Optional.empty()));
      long run =
          schedule
              .history()
              .runs()
              .begin(
                  JobKind.ROLLOUT,
                  JobRun.Reason.ORDER,
                  "token 'tokenbob' (viewer)",
                  JobMode.ENABLED,
                  now);
      schedule
          .history()
          .runs()
          .end(
              run,
              JobKind.ROLLOUT,
              new JobReport(
                  JobOutcome.FAILED,
                  "web02 is not like WEB02.fabrikam.internal, says dc07.fabrikam.internal",
                  List.of(
                      new Finding(
                          "GAR-0301",
                          "error",
                          "FABRIKAM\\jdoe (S-1-5-21-1004336348-1177238915-682003330-512) may not write \\\\fs07\\deploy$\\mde from 10.11.12.13; see SRVX09",
                          "Ask jdoe@fabrikam.internal about 0a1b2c3d-1111-2222-3333-444455556666.")),
                  Optional.empty(),
                  List.of(new JournalRun("20261124-210000-abcd", HEAD)),
                  false),
              now);
    }
    try (ServiceLog log =
        ServiceLog.open(folder.resolve(".garrison/service/log"), ZoneOffset.UTC, _ -> {})) {
      log.say("run", Severity.ERROR, "WEB02 answered dc07.fabrikam.internal.", "rollout", 2);
      log.say("api", Severity.WARNING, "Authorization: Basic c3ZjOmh1bnRlcjI2NTQzMjE=");
      log.say("api", Severity.WARNING, "Bearer " + token.text() + " of tokenbob");
      log.say("api", Severity.WARNING, "password=hunter2 in \\\\fs07\\deploy$, head " + HEAD);
    }
    site.manifest()
        .replace(
            "sampleSharing: none",
            "exceptions:\n  - {server: SRVX09, reason: Bob Example, owner: Bob Example, until: 2027-01-01} # Bob Example\nsampleSharing: none");
    return token.text();
  }

  @Test
  void noNameAndNoSecretIsInIt() throws Exception {
    String token = plant();
    Map<String, String> files = bundle("--probe");
    assertThat(files.keySet())
        .containsExactly(
            "README.txt",
            "versions.json",
            "manifest.yaml",
            "jobs.json",
            "runs.json",
            "rings.json",
            "status.json",
            "log/garrison.jsonl",
            "log/garrison.log",
            "journal.json",
            "health.json",
            "probe.json");
    files.forEach((name, text) -> {
      for (String marker : MARKERS) {
        assertThat(text).as("%s in %s", marker, name).doesNotContainIgnoringCase(marker);
      }
      assertThat(text)
          .as(name)
          .doesNotContain(
              token.substring(10), site.lab().adminService().getAuthority(), folder.toString());
    });
    assertThat(files.get("README.txt")).contains("log/garrison.log     the same for CMTrace");
  }

  @Test
  void theSameNameIsTheSameWordInEveryFileAndTheStoryCanBeFollowed() throws Exception {
    plant();
    Map<String, String> files = bundle();
    JsonNode run = new Json().parse(files.getOrDefault("runs.json", "")).path("runs").path(0);
    String summary = run.path("summary").asText();
    assertThat(summary).matches("(<server-\\d+>) is not like \\1, says <server-x?\\d+>");
    String web02 = summary.substring(0, summary.indexOf(' '));
    String dc07 = summary.substring(summary.lastIndexOf(' ') + 1);
    assertThat(files.get("log/garrison.log"))
        .contains("<![LOG[" + web02 + " answered " + dc07 + ".]LOG]!><time=\"");
    String first = files.getOrDefault("log/garrison.jsonl", "").lines().toList().getFirst();
    assertThat(new Json().parse(first).path("message").asText())
        .isEqualTo(web02 + " answered " + dc07 + ".");
    assertThat(run.path("startedBy").asText()).matches("token '<user-\\d+>' \\(viewer\\)");
    assertThat(run.path("findings").path(0).path("code").asText()).isEqualTo("GAR-0301");
    assertThat(run.path("journals").path(0).path("head").asText()).isEqualTo(HEAD);
    assertThat(files.get("rings.json")).contains("\"name\" : \"pilot\"");
    assertThat(files.get("manifest.yaml")).contains("- name: pilot").contains("maxDevices: 25");
    assertThat(new Json().parse(files.getOrDefault("health.json", "")).path("schema").asText())
        .matches("[0-9]+");
  }

  @Test
  void itIsShownFirstAndTheLastLineSaysWhereItIs() throws Exception {
    plant();
    Path file = folder.resolve("bundle.zip");
    bundle();
    assertThat(out.toString()).startsWith("Contents:\n  README.txt ").contains("\nReplaced:\n");
    assertThat(out.toString().lines().toList().getLast())
        .matches(
            "Review the bundle before you send it: \\Q" + file + "\\E \\(11 files, \\d+ KiB\\)\\.");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    byte[] before = Files.readAllBytes(file);
    assertThat(run("--out", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains(file + " already exists.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    Path again = folder.resolve("again.zip");
    assertThat(run("--out", again.toString())).isZero();
    assertThat(Files.readAllBytes(again)).as("the same bytes at the same time").isEqualTo(before);
  }

  @Test
  void itWorksBesideAServiceThatRuns() throws Exception {
    plant();
    try (JobSchedule schedule = jobs.open();
        Service _ = schedule.start(_ -> {}, _ -> {})) {
      Map<String, String> files = bundle("--json");
      assertThat(new Json().parse(files.getOrDefault("health.json", "")).path("service").asText())
          .matches("it runs: <user-\\d+> on <server-\\d+>, process 1, since 2026-11-24T21:0.*");
      JsonNode shown = new Json().parse(out.toString());
      assertThat(shown.path("format").asText()).isEqualTo("garrison-support-bundle/1");
      assertThat(shown.path("files")).hasSize(files.size());
      assertThat(shown.path("notRead").toString()).contains("No journal found in ");
    }
  }

  @Test
  void withoutAHistoryItSaysSoAndMakesNone() throws Exception {
    Map<String, String> files = bundle();
    assertThat(files.keySet())
        .containsExactly(
            "README.txt", "versions.json", "manifest.yaml", "journal.json", "health.json");
    String remark =
        "There is no history of jobs in this state folder: no service or job ran with it.";
    assertThat(out.toString()).contains("Not readable:\n  - " + remark);
    assertThat(files.get("README.txt")).contains("  - " + remark);
    assertThat(folder.resolve(".garrison")).doesNotExist();
  }

  @Test
  void aDamagedHistoryIsNamedAndTheRestIsThere() throws Exception {
    plant();
    Files.write(folder.resolve(".garrison/service/history.mv.db"), new byte[9000]);
    Map<String, String> files = bundle();
    assertThat(files.keySet())
        .contains("manifest.yaml", "health.json", "log/garrison.jsonl", "log/garrison.log")
        .doesNotContain("runs.json");
    assertThat(out.toString())
        .contains("- The history of jobs cannot be read: ")
        .contains("GAR-10");
    assertThat(new Json().parse(files.getOrDefault("health.json", "")).path("history").asText())
        .isEqualTo("it cannot be used");
    files.forEach((name, text) ->
        assertThat(text).as(name).doesNotContainIgnoringCase("fabrikam").doesNotContain("WEB02"));
  }

  @Test
  void aManifestWithMistakesIsShownWithWhatIsWrongAndWithoutASecret() throws Exception {
    plant();
    site.manifest().replace("sampleSharing: none", "sampleSharing: some\npassword: hunter2");
    Map<String, String> files = bundle();
    assertThat(files.get("manifest.yaml"))
        .contains("sampleSharing: some")
        .doesNotContain("hunter2");
    assertThat(files.get("README.txt")).contains("The manifest has mistakes");
    files.forEach((name, text) -> assertThat(text).as(name).doesNotContain("hunter2"));
  }

  @Test
  void theHistoryIsReadAndNothingInItsFolderChanges() throws Exception {
    plant();
    Path service = folder.resolve(".garrison/service");
    Files.writeString(service.resolve("service.door"), " /left/over");
    Files.writeString(service.resolve("service.holder"), "the last one");
    Map<String, String> before = contents(service);
    Map<String, String> files = bundle();
    assertThat(files).containsKeys("runs.json", "rings.json");
    assertThat(new Json().parse(files.getOrDefault("health.json", "")).path("service").asText())
        .isEqualTo("it does not run");
    assertThat(contents(service)).isEqualTo(before);
  }

  private static Map<String, String> contents(Path service) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> found = Files.list(service)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        contents.put(file.getFileName().toString(), Sha256.of(Files.readAllBytes(file)).toString());
      }
    }
    return contents;
  }

  @Test
  void tablesOfAnEarlierVersionAreNotBroughtUpToDate() throws Exception {
    plant();
    Path service = folder.resolve(".garrison/service");
    String key = Files.readString(service.resolve("database.key")).strip();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + service.resolve("history").toAbsolutePath(), "garrison", key);
        Statement statement = connection.createStatement()) {
      statement.execute("drop table notice_message cascade");
      statement.execute("delete from \"flyway_schema_history\" where \"version\" <> '1'");
    }
    Map<String, String> before = contents(service);
    Map<String, String> files = bundle();
    assertThat(files).containsKeys("manifest.yaml", "log/garrison.log", "health.json");
    assertThat(new Json().parse(files.getOrDefault("health.json", "")).path("schema").asText())
        .isEqualTo("1");
    assertThat(contents(service)).isEqualTo(before);
  }

  @Test
  void whatIsDamagedInAWayOfItsOwnIsNamedAndTheRestIsThere() throws Exception {
    plant();
    Files.writeString(folder.resolve(".garrison/service/service.log-folder"), "no\0path");
    Files.delete(folder.resolve(".garrison/service/service.lock"));
    Files.createDirectory(folder.resolve(".garrison/service/service.lock"));
    Map<String, String> files = bundle();
    assertThat(files).containsKeys("manifest.yaml", "journal.json", "log/garrison.log");
    assertThat(files.get("README.txt"))
        .contains("- The history of jobs could not be read to the end: UncheckedIOException: ")
        .contains("- Where the log is could not be read: InvalidPathException.");
  }
}
