package dev.garrison.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.ServedCall;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.Approving;
import dev.garrison.lab.wsus.work.Effective;
import dev.garrison.lab.wsus.work.Reporting;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few months of one seed: releases, people who interfere, faults, and the program each time. */
final class RandomSeason {
  private static final int ROUNDS = 6;

  /** Installed, up to a reboot: nothing is taken away by a decline. */
  private static final int PENDING_REBOOT = 6;

  private static final String SERVER_2019 = "Windows Server 2019";
  private static final String BROAD = "Current Channel (Broad)";
  private static final List<String> GROUPS =
      List.of("Pilot servers", "Production servers", "Frozen servers", "Servers");
  private static final Pattern UPDATE_ID =
      Pattern.compile("<(?:UpdateId|updateId)>([0-9a-f-]{36})</");

  private final TrialUpdates trial;
  private final Random random;
  private int version = 8900;
  private int approvals;
  private int declines;
  private int refused;

  /** What came of it. */
  record Result(int approvals, int declines, int refused) {
    String line() {
      return "%d,%d,%d,%d".formatted(approvals, declines, refused, ROUNDS);
    }
  }

  RandomSeason(TrialUpdates trial, long seed) {
    this.trial = trial;
    this.random = new Random(seed);
  }

  Result play() {
    prepare();
    for (int round = 0; round < ROUNDS; round++) {
      happen();
      trial.pass(Duration.ofDays(1 + random.nextInt(20)));
      Set<UUID> before = declined();
      run();
      requireNobodyNeeds(before);
    }
    requireNothingElseTouched();
    return new Result(approvals, declines, refused);
  }

  private void prepare() {
    trial.replace(
        "  sensorUpdate:\n",
        """
            - {url: "%s", owner: wsus, serverId: %s, allowWrites: true, canary: Pilot servers, acknowledged: "10.0.14393"}
            - {url: "%s", owner: mecm}
          sensorUpdate:
        """
            .formatted(
                trial.server("wsus03").url(),
                trial.server("wsus03").id(),
                trial.server("sup01").url()));
    trial.replace("sensorUpdate:\n", "sensorUpdate:\n    decline: decline\n");
    if (random.nextBoolean()) {
      trial.replace(
          "      - family: unified agent\n",
          "      - family: unified agent\n      - {family: %s, channel: %s}\n"
              .formatted(SERVER_2019, BROAD));
    }
    trial.replace(
        "groups: [Production servers]",
        random.nextBoolean()
            ? "groups: [Servers, Unassigned Computers]"
            : "groups: [Production servers, Unassigned Computers]");
    inConsole(all -> {
      for (Computer computer : all.state().computers().values()) {
        computer.silent(random.nextInt(8) == 0);
      }
    });
  }

  private void happen() {
    for (int event = 0; event < 1 + random.nextInt(3); event++) {
      switch (random.nextInt(9)) {
        case 0, 1 -> release("", "");
        case 2 -> release(SERVER_2019, BROAD);
        case 3 -> release(SERVER_2019, "Beta Channel");
        case 4 -> trial.lab().updateServers().feed().expire(someSensor());
        case 5 -> trial.lab().updateServers().feed().rerelease(someSensor());
        case 6 -> decideByHand();
        case 7 -> inConsole(all -> takeBack(all));
        default ->
            inConsole(all ->
                anyOf(all.state().computers().values())
                    .fixedStates()
                    .put(someSensor(), random.nextInt(7)));
      }
    }
    for (String server : List.of("wsus01", "wsus03", "sup01")) {
      trial.server(server).inConsole(all -> all.synchronisation().receive());
    }
    disturb();
  }

  private void disturb() {
    var faults = trial.server("wsus01").faults();
    switch (random.nextInt(6)) {
      case 0 -> faults.cutAfterWrite(1 + random.nextInt(3));
      case 1 -> faults.cutBeforeWrite(1 + random.nextInt(3));
      case 2 -> faults.status(RequestMatcher.of("*", "Deployments"), 500, 1 + random.nextInt(2));
      case 3 -> faults.status(RequestMatcher.any(), 503, 1 + random.nextInt(6));
      case 4 -> trial.server("wsus01").quirks(quirks -> quirks.deadlocks(1));
      default -> {
        // A quiet night.
      }
    }
  }

  private void release(String family, String channel) {
    version++;
    trial.lab().updateServers().release(family, "10." + version + ".1.1", channel);
  }

  private void decideByHand() {
    inConsole(all -> {
      StoredUpdate update = all.state().holdings().update(someSensor()).orElseThrow();
      if (update.latest().revision().expired()) {
        return;
      }
      all.approving()
          .approve(
              new Approving.Wish(
                  update.latest().revision().key(),
                  random.nextBoolean() ? Approval.INSTALL : Approval.BLOCK,
                  all.state().groups().named(anyOf(GROUPS)).orElseThrow().id(),
                  Approval.NO_DEADLINE,
                  "LAB\\kim",
                  true));
    });
  }

  private void takeBack(Workings all) {
    List<Approval> installs =
        all.state().holdings().updates().stream()
            .flatMap(update -> all.state().approvals().of(update.id()).stream())
            .filter(approval -> approval.action() == Approval.INSTALL)
            .toList();
    if (!installs.isEmpty()) {
      all.approving().delete(anyOf(installs).id());
    }
  }

  private void run() {
    trial.server("wsus01").calls().reset();
    Ended ended = trial.apply();
    refused += ended.code() == 1 ? 1 : 0;
    assertThat(ended.err()).doesNotContain("[GAR-0701]");
    for (ServedCall call : trial.server("wsus01").calls().writes()) {
      requireOurs(call);
    }
    assertThat(trial.server("wsus01").calls().violations()).isEmpty();
  }

  /** Every write is about an update of a family and channel that the manifest names. */
  private void requireOurs(ServedCall call) {
    assertThat(call.operation())
        .isIn("ExecuteSPDeployUpdate1", "ExecuteSPDeclineUpdate", "ExecuteSPDeleteDeployment");
    if (call.operation().equals("ExecuteSPDeleteDeployment")) {
      return;
    }
    Matcher id = UPDATE_ID.matcher(call.body());
    boolean found = id.find();
    assertThat(found).as(call.body()).isTrue();
    // An envelope has the element's own name around the id of a revision; the innermost counts.
    UUID update = UUID.fromString(id.group(1));
    Sensor sensor =
        trial
            .server("wsus01")
            .look(state ->
                state
                    .holdings()
                    .update(update)
                    .flatMap(stored -> stored.latest().revision().sensor())
                    .orElseThrow());
    assertThat(List.of(sensor.family(), sensor.channel()))
        .as(sensor.toString())
        .isIn(List.of("", ""), List.of(SERVER_2019, BROAD));
    if (call.outcome() == ServedCall.Outcome.DONE) {
      approvals += call.operation().equals("ExecuteSPDeployUpdate1") ? 1 : 0;
      declines += call.operation().equals("ExecuteSPDeclineUpdate") ? 1 : 0;
    }
  }

  private Set<UUID> declined() {
    return trial
        .server("wsus01")
        .look(state ->
            state.holdings().updates().stream()
                .filter(StoredUpdate::declined)
                .map(StoredUpdate::id)
                .collect(java.util.stream.Collectors.toSet()));
  }

  /** By the server's own state, not by what the program thought of it. */
  private void requireNobodyNeeds(Set<UUID> before) {
    trial
        .server("wsus01")
        .look(state -> {
          Reporting reporting = new Reporting(state);
          state.holdings().updates().stream()
              .filter(update -> update.declined() && !before.contains(update.id()))
              .filter(update -> !update.latest().revision().expired())
              .forEach(update -> requireNobodyNeeds(state, reporting, update));
          return true;
        });
  }

  private static void requireNobodyNeeds(
      ServerState state, Reporting reporting, StoredUpdate declined) {
    Sensor sensor = declined.latest().revision().sensor().orElseThrow();
    for (Computer computer : state.computers().values()) {
      int own = reporting.state(computer, declined);
      if (own == Reporting.UNKNOWN
          || own == Reporting.NOT_APPLICABLE
          || own == Reporting.INSTALLED
          || own == PENDING_REBOOT) {
        continue;
      }
      boolean hasAnother =
          state.holdings().updates().stream()
              .filter(update -> !update.declined() && update.latest().revision().explicit())
              .filter(update -> isNewer(update.latest().revision(), sensor))
              .filter(update -> reporting.state(computer, update) != Reporting.NOT_APPLICABLE)
              .anyMatch(update ->
                  new Effective(state)
                      .forComputer(update.latest().revision().key(), computer)
                      .filter(approval -> approval.action() == Approval.INSTALL)
                      .isPresent());
      assertThat(hasAnother)
          .as(
              "%s was declined, and %s needs it: state %d; %s",
              sensor, computer.name(), own, told(state, reporting, computer))
          .isTrue();
    }
  }

  /** What every other update means to a computer. */
  private static String told(ServerState state, Reporting reporting, Computer computer) {
    return state.holdings().updates().stream()
        .filter(update -> update.latest().revision().sensor().isPresent())
        .map(update ->
            "%s%s state %d, %s"
                .formatted(
                    update.latest().revision().sensor().orElseThrow().version(),
                    update.declined() ? " declined" : "",
                    reporting.state(computer, update),
                    new Effective(state)
                        .forComputer(update.latest().revision().key(), computer)
                        .map(Approval::toString)
                        .orElse("not approved")))
        .collect(java.util.stream.Collectors.joining("; "));
  }

  private static boolean isNewer(Revision revision, Sensor old) {
    return revision
        .sensor()
        .filter(other ->
            other.family().equals(old.family())
                && other.channel().equals(old.channel())
                && Sensor.compare(other.version(), old.version()) > 0)
        .isPresent();
  }

  private void requireNothingElseTouched() {
    assertThat(trial.writes("wsus03")).isEmpty();
    assertThat(trial.writes("sup01")).isEmpty();
    assertThat(trial.writes("wsus02")).isEmpty();
    List<String> ours = new ArrayList<>();
    trial
        .server("wsus01")
        .look(state -> {
          state.holdings().updates().stream()
              .filter(update -> update.latest().revision().sensor().isEmpty())
              .flatMap(update -> state.approvals().of(update.id()).stream())
              .filter(approval -> approval.admin().contains("[garrison:"))
              .filter(approval -> approval.action() != Approval.BUNDLE)
              .forEach(approval -> ours.add(approval.toString()));
          return true;
        });
    assertThat(ours).isEmpty();
  }

  private UUID someSensor() {
    return trial
        .server("wsus01")
        .look(state ->
            anyOf(
                    state.holdings().updates().stream()
                        .filter(update -> update.latest().revision().explicit())
                        .filter(update -> update.latest().revision().sensor().isPresent())
                        .toList())
                .id());
  }

  private void inConsole(java.util.function.Consumer<Workings> deed) {
    trial.server("wsus01").inConsole(deed);
  }

  private <T> T anyOf(java.util.Collection<T> all) {
    List<T> list = List.copyOf(all);
    return list.get(random.nextInt(list.size()));
  }
}
