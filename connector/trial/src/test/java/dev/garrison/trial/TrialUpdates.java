package dev.garrison.trial;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.ApplyCommand;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.PlanCommand;
import dev.garrison.cli.plan.UndoCommand;
import dev.garrison.cli.verify.VerifyCommand;
import dev.garrison.clocks.ProgramTime;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.wsus.ServedCall;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Subscription;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.session.Operator;
import dev.garrison.wiring.SiteSessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stand-in update servers with a clock that tests move, a manifest that keeps the sensor's update
 * approved on them, and {@code plan}, {@code apply}, {@code verify} and {@code undo} for that part
 * in this process.
 */
public final class TrialUpdates implements AutoCloseable {
  /** When each trial begins: a day without a blackout. */
  public static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  private static final Pattern RUN = Pattern.compile("[0-9-]+T[0-9-]+\\.[0-9]+Z-[0-9]+");

  private final Lab lab;
  private final Path manifest;

  /**
   * @param folder an empty folder
   */
  public TrialUpdates(Path folder) {
    this(folder, START);
  }

  /**
   * @param folder an empty folder
   * @param start the time at which it begins
   */
  public TrialUpdates(Path folder, Instant start) {
    this(folder, Lab.start("wsus", options(start)), "wsus01");
  }

  private static LabOptions options(Instant start) {
    return new LabOptions(start, Map.of(), Optional.empty());
  }

  /**
   * The same servers at addresses of their own and all behind one port, called 127.0.0.1 to
   * 127.0.0.4: servers that are found below another are expected behind its port.
   *
   * @param folder an empty folder
   */
  public static TrialUpdates behindOnePort(Path folder) {
    return behindOnePort(folder, site -> site);
  }

  /**
   * The same with something changed.
   *
   * @param change of the site's file
   */
  public static TrialUpdates behindOnePort(Path folder, UnaryOperator<String> change) {
    try (InputStream site = Lab.class.getResourceAsStream("sites/wsus.yaml")) {
      Path file = folder.resolve("site.yaml");
      Files.writeString(
          file,
          change.apply(
              new String(site.readAllBytes(), StandardCharsets.UTF_8)
                  .replaceAll("wsus0([123])[.]lab[.]example", "127.0.0.$1")
                  .replace("sup01.lab.example", "127.0.0.4")));
      return new TrialUpdates(folder, Lab.start(file, options(START)), "127.0.0.1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrialUpdates(Path folder, Lab lab, String first) {
    this(folder, lab);
    text(
        TrialWsus.manifestOf(lab)
            + """
                - url: "%s"
                  owner: wsus
                  serverId: %s
                  allowWrites: true
                  canary: Pilot servers
                  acknowledged: "10.0.20348"
              sensorUpdate:
                releases:
                  - family: unified agent
                rings:
                  - ring: pilot
                    groups: [Pilot servers]
                    gate: {installed: 50, reporting: 50, soak: 2d}
                  - ring: production
                    groups: [Production servers]
            """
                .formatted(server(first).url(), server(first).id()));
  }

  private TrialUpdates(Path folder, Lab lab) {
    this.lab = lab;
    ProgramTime.tell(lab, folder);
    manifest = folder.resolve("garrison.yaml");
  }

  /**
   * A site whose software update point serves two rings; the WSUS behind it is the site's.
   *
   * @param folder an empty folder
   */
  public static TrialUpdates ofUpdatePoint(Path folder) {
    TrialUpdates trial = new TrialUpdates(folder, Lab.start("sup", options(START)));
    trial.text(
        TrialWsus.manifestOf(trial.lab)
            + """
                - {url: "%s", owner: mecm}
              sensorUpdate:
                releases:
                  - family: unified agent
                  - {family: Windows Server 2019, channel: Current Channel (Broad)}
                deploymentPackage: Sensor updates
                rings:
                  - ring: pilot
                    softwareUpdatePoint: {collection: Pilot servers, deadlineDays: 1}
                  - ring: production
                    softwareUpdatePoint: {collection: Production servers, deadlineDays: 14}
            """
                .formatted(trial.server("sup01.lab.example").url()));
    return trial;
  }

  /** The lab with the servers. */
  public Lab lab() {
    return lab;
  }

  /** One of the lab's servers. */
  public UpdateServer server(String name) {
    return lab.updateServers().named(name);
  }

  /** What people and rules decided of the sensor's updates on a server, one line each, sorted. */
  public List<String> decisions(String server) {
    return server(server)
        .look(state ->
            state.holdings().updates().stream()
                .flatMap(update -> state.approvals().of(update.id()).stream())
                .filter(approval ->
                    approval.action() != Approval.DETECT && approval.action() != Approval.BUNDLE)
                .map(approval -> line(state, approval))
                .sorted()
                .toList());
  }

  private static String line(ServerState state, Approval approval) {
    Revision revision = state.holdings().revision(approval.revision()).orElseThrow().revision();
    return "%s for %s: %s by %s%s"
        .formatted(
            revision.sensor().map(sensor -> sensor.version()).orElse("another"),
            state.groups().find(approval.group()).orElseThrow().name(),
            approval.action() == Approval.INSTALL ? "install" : "action " + approval.action(),
            approval.admin(),
            approval.deadline().equals(Approval.NO_DEADLINE)
                ? ""
                : " until " + approval.deadline());
  }

  /** The id of one sensor update of the unified agent. */
  public UUID update(String version) {
    return SensorUpdates.idOf(new Sensor("", version, ""));
  }

  /** A person decides of a version of the unified agent for a group on the first server. */
  public void decideByHand(String version, String group, int action) {
    server("wsus01")
        .inConsole(work ->
            work.approving()
                .approve(
                    new Approving.Wish(
                        work.state()
                            .holdings()
                            .update(update(version))
                            .orElseThrow()
                            .latest()
                            .revision()
                            .key(),
                        action,
                        work.state().groups().named(group).orElseThrow().id(),
                        Approval.NO_DEADLINE,
                        "LAB\\kim",
                        true)));
  }

  /** The first server gets what there is, and its computers report. */
  public void synchronise() {
    server("wsus01").inConsole(work -> work.synchronisation().receive());
    pass(Duration.ofHours(7));
  }

  /** The product of the sensor, as the servers know it. */
  public UUID product() {
    return server("wsus01")
        .look(state ->
            state.holdings().categories().stream()
                .map(kept -> kept.category())
                .filter(category ->
                    category.texts().english().equals("Microsoft Defender for Endpoint"))
                .map(category -> category.id())
                .findFirst()
                .orElseThrow());
  }

  /** A person takes the product out of what a server synchronises. */
  public void unsubscribe(String server) {
    UUID product = product();
    server(server)
        .inConsole(work -> {
          Subscription now = work.state().subscription();
          work.state()
              .subscription(
                  now.choosing(
                      now.products().stream().filter(id -> !id.equals(product)).toList(),
                      now.classifications()));
        });
  }

  /** The newest version of the unified agent comes once more to a server, changed. */
  public void republish(String server, UnaryOperator<Revision> change) {
    Feed feed = lab.updateServers().feed();
    Revision newest = feed.latest(update("10.8798.25857.1000"));
    feed.publish(change.apply(newest.numbered(newest.key().number() + 1)));
    server(server).inConsole(work -> work.synchronisation().receive());
    pass(Duration.ofHours(1));
  }

  /** Writes to a server so far, by the name of the operation. */
  public List<String> writes(String server) {
    return server(server).calls().writes().stream().map(ServedCall::operation).toList();
  }

  /** Lets time go by, on the servers and for the program. */
  public void pass(Duration time) {
    lab.clock().advance(time);
    lab.updateServers().all().forEach(server -> server.look(_ -> true));
  }

  /** Changes one passage of the manifest, which must be there. */
  public void replace(String passage, String by) {
    String text = text();
    if (!text.contains(passage)) {
      throw new IllegalArgumentException("the manifest does not say: " + passage);
    }
    text(text.replace(passage, by));
  }

  /** Adds a family and channel to what the manifest of an update point wants. */
  public void wants(String family, String channel) {
    replace(
        "    deploymentPackage:",
        "      - {family: %s, channel: %s}\n    deploymentPackage:".formatted(family, channel));
  }

  /** Takes the update servers out of the manifest. */
  public void withoutServers() {
    text(text().replaceFirst("(?s)  servers:.*?(?=  sensorUpdate:)", ""));
  }

  /** The name of the journal of a run that wrote. */
  public static String run(TrialProbe.Ended applied) {
    Matcher name = RUN.matcher(applied.out());
    if (!name.find()) {
      throw new IllegalArgumentException("no run is named: " + applied);
    }
    return name.group();
  }

  /** Where the manifest is. */
  public Path manifest() {
    return manifest;
  }

  /** {@code garrison plan --only wsus}. */
  public TrialProbe.Ended plan(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--notes");
    return run("plan", line.toArray(String[]::new));
  }

  /** {@code garrison wsus status}. */
  public TrialProbe.Ended status(String... words) {
    List<String> line = new ArrayList<>(List.of("status"));
    line.addAll(List.of(words));
    return TrialWsus.program(
        manifest, lab.clock(), lab.clock()::advance, "wsus", line.toArray(String[]::new));
  }

  /** {@code garrison apply --only wsus --yes}. */
  public TrialProbe.Ended apply(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--yes", "--notes"));
    return run("apply", line.toArray(String[]::new));
  }

  /** {@code garrison verify --only wsus}. */
  public TrialProbe.Ended verify() {
    return run("verify");
  }

  /** Any of the four, for the update servers alone. */
  public TrialProbe.Ended run(String command, String... words) {
    List<String> line = new ArrayList<>(List.of("--only", "wsus"));
    line.addAll(List.of(words));
    return runWhole(command, line.toArray(String[]::new));
  }

  /** Any of the four. */
  public TrialProbe.Ended runWhole(String command, String... words) {
    // Two runs of one moment would have one name.
    lab.clock().advance(Duration.ofSeconds(1));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    SiteSessions sessions =
        new SiteSessions(
            new Operator("tester", "test", 1, "test"),
            new Tempo(lab.clock(), _ -> {}, () -> 0.5),
            Map.of(),
            _ -> Optional.empty());
    Confirmation confirmation = new Confirmation(console, new BufferedReader(new StringReader("")));
    List<String> line = new ArrayList<>(List.of(command, "-f", manifest.toString()));
    line.addAll(List.of(words));
    int code =
        new CommandLineProgram(
                console,
                "0",
                List.of(
                    new PlanCommand(console, sessions),
                    new ApplyCommand(console, sessions, confirmation, lab.clock()::advance),
                    new VerifyCommand(console, sessions, lab.clock()::advance),
                    new UndoCommand(console, sessions, confirmation)))
            .run(line.toArray(String[]::new));
    return new TrialProbe.Ended(code, out.toString(), err.toString());
  }

  private String text() {
    try {
      return Files.readString(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) {
    try {
      Files.writeString(manifest, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
