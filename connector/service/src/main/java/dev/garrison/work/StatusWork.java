package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.history.AntivirusHistory;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.ServerReports;
import dev.garrison.history.StandingHistory;
import dev.garrison.history.StandingHistory.Change;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.JobCode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.ServerReport;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.language.Message;
import dev.garrison.session.Sessions.OpenSession;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the state and the antivirus of every server and stores the changes. It also checks the
 * sensor's updates on WSUS.
 */
final class StatusWork implements JobWork {
  private final Supplier<OpenSession> opening;
  private final StandingHistory history;
  private final AntivirusHistory antivirus;
  private final ServerReports reports;
  private final UpdateWatch updates;
  private final UpdateLooks looks;

  StatusWork(
      Supplier<OpenSession> opening,
      StandingHistory history,
      AntivirusHistory antivirus,
      ServerReports reports,
      UpdateWatch updates,
      UpdateLooks looks) {
    this.opening = opening;
    this.history = history;
    this.antivirus = antivirus;
    this.reports = reports;
    this.updates = updates;
    this.looks = looks;
  }

  @Override
  public JobReport run(JobTask task) {
    List<Finding> problems = updates(task);
    JobReport servers = servers(task);
    return problems.isEmpty() ? servers : servers.finding(problems);
  }

  /** Problems of the update servers; they do not affect the states of the rings' servers. */
  private List<Finding> updates(JobTask task) {
    try {
      Optional<UpdatesSeen> earlier = looks.latest();
      Optional<UpdatesSeen> seen = updates.look().map(now -> earlier.map(now::after).orElse(now));
      looks.keep(task.run(), seen);
      return seen.stream()
          .flatMap(each -> each.servers().stream())
          .flatMap(server -> server.problems().stream())
          .toList();
    } catch (RefusalException refusal) {
      return refusal.diagnostics().stream().map(Finding::of).toList();
    }
  }

  private JobReport servers(JobTask task) {
    try (OpenSession open = opening.get()) {
      AntivirusStanding protection = open.session().status(Optional.empty());
      FleetStanding standing = protection.fleet();
      Map<ServerState.Group, Integer> groups = new EnumMap<>(ServerState.Group.class);
      Change change =
          history.keep(task.run(), standing.asOf(), taker -> each(protection, taker, groups));
      antivirus.keep(
          task.run(),
          new Look(standing.asOf(), protection.tellsMode(), standing.notes()),
          taker -> each(protection, taker));
      reports.keep(taker -> each(protection, taker));
      int look = groups.getOrDefault(ServerState.Group.LOOK, 0);
      return JobReport.of(
              look > 0 ? JobOutcome.FINDINGS : JobOutcome.DONE,
              JobSummary.ofStatus(
                  groups.getOrDefault(ServerState.Group.DONE, 0),
                  change.servers(),
                  look,
                  change.moved()))
          .seeing(Sighting.of(standing.rings(), standing.asOf()))
          .finding(shortened(change.shortened()));
    }
  }

  private static List<Finding> shortened(int servers) {
    return servers == 0
        ? List.of()
        : List.of(
            Finding.of(
                Diagnostic.warning(
                    JobCode.NAME_SHORTENED, Message.of("job-run.shortened", "count", servers))));
  }

  private static void each(
      AntivirusStanding protection, BiConsumer<Server, ServerAntivirus> taker) {
    Fleet fleet = protection.fleet().fleet();
    for (int row : fleet.servers()) {
      Server server = fleet.server(row);
      taker.accept(server, protection.of(server));
    }
  }

  private static void each(AntivirusStanding protection, ServerReports.Taker taker) {
    Fleet fleet = protection.fleet().fleet();
    for (int row : fleet.servers()) {
      Server server = fleet.server(row);
      taker.take(
          server.ring(), server.id(), ServerReport.of(server, protection.verdict(server, row)));
    }
  }

  private static void each(
      AntivirusStanding protection, Consumer<Seen> taker, Map<ServerState.Group, Integer> groups) {
    Fleet fleet = protection.fleet().fleet();
    for (int row : fleet.servers()) {
      Server server = fleet.server(row);
      Verdict verdict = protection.verdict(server, row);
      groups.merge(verdict.state().group(), 1, Integer::sum);
      taker.accept(
          new Seen(
              server.ring(),
              server.id(),
              server.name(),
              server.system(),
              verdict.state(),
              verdict.state() == ServerState.ONBOARDED ? "" : verdict.why(),
              protection.of(server).today().mode().map(mode -> mode.value().word()).orElse(""),
              contact(server)));
    }
  }

  /** The later one of the client's hardware inventory and the sensor's contact. */
  private static Optional<Contact> contact(Server server) {
    return Stream.of(
            server.inventoried().map(at -> new Contact(at, Contact.Source.CLIENT)),
            server
                .sensor()
                .flatMap(Sensor::lastConnected)
                .map(at -> new Contact(at, Contact.Source.SENSOR)),
            server
                .sensor()
                .flatMap(Sensor::asked)
                .map(at -> new Contact(at, Contact.Source.SENSOR)))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Contact::at));
  }
}
