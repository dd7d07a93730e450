package dev.garrison.realserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.fleet.StatusCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.json.Json;
import dev.garrison.ring.RingReport;
import dev.garrison.servers.RawSite;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.siteclient.SiteClient;
import dev.garrison.siteclient.SiteClient.Done;
import dev.garrison.siteclient.SiteClient.Ran;
import dev.garrison.trial.TrialSite;
import dev.garrison.windows.WineMachine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A site with three servers of one system: REAL01, a server under Wine, and SIM01, which is
 * simulated, are the pilot ring; SIM02 follows once they are healthy.
 */
final class RealSite implements AutoCloseable {
  static final String REAL = "REAL01";
  static final String SIMULATED = "SIM01";
  static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final Duration PAST_THE_DEADLINE = Duration.ofHours(100);
  private static final int MOST_ROUNDS = 30;
  private static final String SITE =
      """
      code: PS1
      id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
      providerVersion: 5.2409.1057.1000
      pausableDeployments: true
      sites:
        - {code: PS1, name: Lab primary, type: 2, build: 9132, version: 5.00.9132.1000, parent: ""}
      updates:
        - {guid: 10000000-0000-4000-8000-000000002409, name: "Configuration Manager 2409", fullVersion: 5.00.9132.1000, clientVersion: 5.00.9132.1011, state: 196612, history: true}
      devices:
        - {name: REAL01, os: "SYSTEM", client: "5.00.9132.1011"}
        - {name: SIM01, os: "SYSTEM", client: "5.00.9132.1011"}
        - {name: SIM02, os: "SYSTEM", client: "5.00.9132.1011"}
      collections:
        - name: All Servers
          query: >-
            select SMS_R_System.ResourceID, SMS_R_System.Name from SMS_R_System
            where SMS_R_System.OperatingSystemNameandVersion like "%Server%"
        - {name: Pilot servers, members: [REAL01, SIM01]}
        - {name: Main servers, members: [SIM02]}
      groups:
        - {name: Europe DPs, points: 2, dead: 0}
      """;

  private final TrialSite trial;
  private final RawSite raw;
  private final SiteClient client;

  /** Output of a command. */
  record Printed(int exit, String out, String err) {}

  /**
   * Joins the server to a site of its own.
   *
   * @param system as a site file names it
   * @param minute how long a minute of a run time lasts there
   */
  RealSite(Path folder, String system, WineMachine machine, Duration minute) {
    Path file = folder.resolve("site.yaml");
    try {
      Files.writeString(file, SITE.replace("SYSTEM", system));
      trial = TrialSite.of(file, folder, yesterdayEvening());
      machine.share("files.lab.example", "mde$", trial.share());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    trial
        .manifest()
        .replace("operatingSystems: [2012R2, 2019, 2022]", "operatingSystems: [" + system + "]");
    trial
        .manifest()
        .replace(
            "    antivirus: active\nsampleSharing",
            """
                antivirus: active
                requireMaintenanceWindow: false
                gate: {soak: 1d}
              - name: main
                collections: [Main servers]
                maxDevices: 25
                deadline: "+3d 22:00"
                antivirus: active
                requireMaintenanceWindow: false
            sampleSharing\
            """);
    trial.lab().servers().join(REAL);
    raw = new RawSite(trial.lab());
    client =
        new SiteClient(REAL, trial.lab().adminService(), trial.lab().clientDoor(), machine, minute);
  }

  /**
   * The server under Wine has the clock of this computer, by which its scripts judge how long a
   * package lasts. So the site is of these days too, always at the same time of day.
   */
  private static Instant yesterdayEvening() {
    return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(3));
  }

  TrialSite trial() {
    return trial;
  }

  /** Applies until nothing is left but what gates hold back. */
  void settle() {
    settle(_ -> false);
  }

  /**
   * Applies until nothing is left but what gates hold back.
   *
   * @param waits what else may wait
   */
  void settle(Predicate<PlannedChange> waits) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      assertThat(trial.apply()).isEmpty();
      if (trial.plan().changes().stream()
          .allMatch(change ->
              settled(change) || (change.action() == Action.WAIT && waits.test(change)))) {
        return;
      }
      trial.pass(ROUND);
    }
    throw new AssertionError("still something to do:\n" + trial.plan());
  }

  private static boolean settled(PlannedChange change) {
    return change.action() == Action.NO_OP
        || (change.action() == Action.WAIT && change.summary().startsWith("ring "));
  }

  /** Lets all deadlines pass, and then the server act. */
  List<String> due() throws IOException, InterruptedException {
    trial.pass(PAST_THE_DEADLINE);
    return cycle();
  }

  /** The server requests policy and acts on it: each deployment with what came of it. */
  List<String> cycle() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (Done done : client.cycle()) {
      lines.add(
          done.deployment()
              + ": "
              + done.outcome().state()
              + (done.outcome().errorCode() == 0
                  ? ""
                  : " 0x%08X".formatted(done.outcome().errorCode())));
    }
    return lines;
  }

  /** Days on which the server acts once. */
  void days(int count) throws IOException, InterruptedException {
    for (int day = 0; day < count; day++) {
      trial.pass(Duration.ofDays(1));
      client.cycle();
      settle();
    }
  }

  SiteClient client() {
    return client;
  }

  /** Command lines that ran on the server, each with its exit code. */
  List<String> ran() {
    return client.ran().stream().map(RealSite::words).toList();
  }

  private static String words(Ran ran) {
    String command = ran.command().substring(ran.command().indexOf("-File ") + 6);
    return command
        + " -> "
        + (ran.exitCode().isPresent() ? String.valueOf(ran.exitCode().getAsInt()) : "overran");
  }

  /** Where the rings stand. */
  List<String> rings() {
    try (OpenSession open = trial.open()) {
      return open.session().rings().stream()
          .map((RingReport ring) -> ring.ring() + " " + ring.state().word() + ": " + ring.reason())
          .toList();
    }
  }

  /** A line of {@code garrison status} as JSON. */
  JsonNode status(String server, String... words) {
    Printed printed = run(Stream.concat(Stream.of("status", "--json"), Stream.of(words)).toList());
    for (JsonNode line : new Json().parse(printed.out()).path("servers")) {
      if (line.path("name").asText().equals(server)) {
        return line;
      }
    }
    throw new AssertionError("no server " + server + " in " + printed);
  }

  /** Runs {@code status} or {@code verify}; while it waits, the server answers its questions. */
  Printed run(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console,
                "1.2.3",
                List.of(
                    new StatusCommand(console, trial.sessions(), this::pause),
                    new VerifyCommand(console, trial.sessions(), this::pause)))
            .run(
                Stream.concat(words.stream(), Stream.of("-f", trial.manifest().file().toString()))
                    .toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  /** While Garrison waits, the server answers what it was asked. */
  private void pause(Duration time) {
    trial.pass(time);
    try {
      client.answerQuestions();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The server restarts, and its client notices. */
  void restart(RealServer server) throws IOException, InterruptedException {
    server.restart(1);
    client.restarted();
    trial.pass(Duration.ofMinutes(30));
  }

  /** A file that Garrison staged, by its name. */
  Path staged(String name) throws IOException {
    try (Stream<Path> all = Files.walk(trial.share())) {
      return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /** Somebody edits an application in the console: its digest becomes another. */
  void edit(String application, UnaryOperator<String> change) {
    JsonNode latest = raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", application);
    JsonNode row =
        raw.get("SMS_Application(%d)".formatted(latest.path("CI_ID").asLong()))
            .path("value")
            .path(0);
    String digest = row.path("SDMPackageXML").asText();
    String changed = change.apply(digest);
    assertThat(changed).isNotEqualTo(digest);
    String next =
        changed.replaceAll("(<(?:Application|DeploymentType)\\b[^>]* Version=\")1\"", "$12\"");
    raw.post(
        "SMS_Application(%d)".formatted(latest.path("CI_ID").asLong()),
        JsonNodeFactory.instance.objectNode().put("SDMPackageXML", next).toString());
    trial.pass(ROUND);
  }

  @Override
  public void close() {
    client.close();
    raw.close();
    trial.close();
  }
}
