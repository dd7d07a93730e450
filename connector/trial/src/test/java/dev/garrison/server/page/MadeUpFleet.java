package dev.garrison.server.page;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.ProtectedServers;
import dev.garrison.history.ServerReports;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobRun;
import dev.garrison.job.ServerReport;
import dev.garrison.job.ServerReport.Client;
import dev.garrison.job.ServerReport.Deployment;
import dev.garrison.job.ServerReport.SensorReport;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.server.ServedSite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Two weeks of looks at 260 servers that are onboarded one after the other, of which some fail: as
 * the job 'status' keeps them.
 */
final class MadeUpFleet {
  static final int SERVERS = 260;
  private static final int DAYS = 14;
  private static final int FIRST_DEVICE = 16_800_000;
  private static final List<String> KINDS = List.of("APP", "DC", "FS", "SQL", "WEB");
  private static final List<String> SYSTEMS =
      List.of(
          "Windows Server 2012 R2",
          "Windows Server 2016",
          "Windows Server 2019",
          "Windows Server 2022",
          "");

  private MadeUpFleet() {}

  /** Days pass on the site, and each ends with a look. */
  static void observe(ServedSite served) {
    JobSchedule schedule = served.schedule();
    for (int day = 0; day < DAYS; day++) {
      served.site().pass(Duration.ofDays(1));
      Instant now = schedule.clock().instant();
      int passed = day;
      long run =
          schedule
              .history()
              .runs()
              .begin(JobKind.STATUS, JobRun.Reason.SCHEDULE, "a test", JobMode.PLAN_ONLY, now);
      schedule.history().standings().keep(run, now, sink -> look(passed, now, sink));
      schedule
          .history()
          .antivirus()
          .keep(run, new Look(now, false, List.of()), MadeUpFleet::protection);
      schedule.history().reports().keep(taker -> reports(passed, now, taker));
      schedule.history().runs().end(run, JobKind.STATUS, report(), now.plusSeconds(3));
    }
  }

  private static JobReport report() {
    return new JobReport(
        JobOutcome.DONE,
        SERVERS + " servers",
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }

  private static void look(int day, Instant now, Consumer<Seen> sink) {
    for (int server = 0; server < SERVERS; server++) {
      sink.accept(
          new Seen(
              server < 25 ? "pilot" : "broad",
              FIRST_DEVICE + server,
              name(server),
              SYSTEMS.get(server * 7 % SYSTEMS.size()),
              state(server, day),
              why(state(server, day)),
              server % 17 < 3 ? "" : "Normal",
              contact(server, state(server, day), now)));
    }
  }

  private static Optional<Contact> contact(int server, ServerState state, Instant now) {
    if (server % 31 == 0) {
      return Optional.empty();
    }
    return Optional.of(
        state == ServerState.ONBOARDED
            ? new Contact(now.minusSeconds(900), Contact.Source.SENSOR)
            : new Contact(now.minusSeconds(64_800), Contact.Source.CLIENT));
  }

  private static String why(ServerState state) {
    if (state == ServerState.ONBOARDED) {
      return "";
    }
    return state == ServerState.FAILED
        ? "deployment failed, error 1603 (Windows Installer: a fatal error during installation)"
        : state.word();
  }

  private static void reports(int day, Instant now, ServerReports.Taker taker) {
    for (int server = 0; server < SERVERS; server++) {
      ServerState state = state(server, day);
      taker.take(
          server < 25 ? "pilot" : "broad",
          FIRST_DEVICE + server,
          new ServerReport(
              why(state),
              state.remedy(),
              Optional.empty(),
              state == ServerState.NOT_TARGETED ? List.of() : List.of(deployment(state, now)),
              state == ServerState.ONBOARDED
                  ? Optional.of(
                      new SensorReport(
                          1,
                          "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
                          true,
                          Optional.of(now.minusSeconds(900)),
                          Optional.empty()))
                  : Optional.empty(),
              Optional.of(
                  new Client(
                      true,
                      state != ServerState.INACTIVE,
                      false,
                      "5.00.9132.1011",
                      Optional.of(now.minusSeconds(64_800))))));
    }
  }

  private static Deployment deployment(ServerState state, Instant now) {
    return switch (state) {
      case ONBOARDED ->
          new Deployment("onboarding", "success", 1, 1000, 0, Optional.of(now.minusSeconds(7200)));
      case FAILED ->
          new Deployment(
              "onboarding",
              "deployment failed",
              5,
              5000,
              1603,
              Optional.of(now.minusSeconds(9000)));
      default -> new Deployment("onboarding", "in progress", 2, 2000, 0, Optional.empty());
    };
  }

  private static void protection(BiConsumer<Server, ServerAntivirus> sink) {
    List<ServerAntivirus> kinds =
        List.of(ProtectedServers.BARE, ProtectedServers.TWO, ProtectedServers.DIM);
    for (int server = 0; server < SERVERS; server++) {
      int kind = server % 17;
      sink.accept(
          ProtectedServers.server(
              server < 25 ? "pilot" : "broad", FIRST_DEVICE + server, name(server)),
          kind < kinds.size() ? kinds.get(kind) : ProtectedServers.WELL);
    }
  }

  /** Some names are as long as a name of Windows can be. */
  private static String name(int server) {
    String kind = KINDS.get(server % KINDS.size());
    return server % 50 == 0
        ? "%s-PLANT-%06d".formatted(kind, server).substring(0, 15)
        : String.format(Locale.ROOT, "%s%03d", kind, server);
  }

  private static ServerState state(int server, int day) {
    ServerState[] all = ServerState.values();
    if (server % 9 == 0) {
      return all[1 + server / 9 % (all.length - 1)];
    }
    int begins = server < 25 ? 1 : 4 + server / 40;
    if (day < begins) {
      return ServerState.NOT_TARGETED;
    }
    return day == begins ? ServerState.WAITING_FOR_WINDOW : ServerState.ONBOARDED;
  }
}
