package dev.garrison.server.page;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.api.Route;
import dev.garrison.server.page.fleet.FleetPages;
import dev.garrison.server.page.frame.Download;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.HeaderFacts;
import dev.garrison.server.page.frame.Moment;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.page.job.JobPages;
import dev.garrison.server.reading.JobReading;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All pages of the service, and the actions of their forms. */
public final class Dashboard {
  private final JobSchedule schedule;
  private final WaitingPlans plans;
  private final Lapses lapses;
  private final String version;
  private final boolean isDemo;
  private final Templates templates = new Templates();
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final List<Download> downloads;
  private final List<FormAction> actions;

  /**
   * @param api the routes that the forms use
   * @param version of Garrison
   * @param isDemo whether the site is a demonstration
   * @param problems current problems of the service
   */
  public Dashboard(
      JobSchedule schedule,
      Service service,
      Json json,
      List<Route> api,
      String version,
      boolean isDemo,
      Supplier<List<String>> problems) {
    this.schedule = schedule;
    this.plans = new WaitingPlans(schedule);
    this.lapses = new Lapses(schedule, plans);
    this.version = version;
    this.isDemo = isDemo;
    Stream.of(
            FleetPages.of(schedule.manifest(), schedule.history(), schedule.clock()),
            JobPages.of(schedule, service, json, problems),
            List.of(
                new SearchPage(
                        schedule.manifest(),
                        schedule.history(),
                        new JobReading(schedule, json).folders())
                    .page()))
        .flatMap(List::stream)
        .forEach(page -> pages.put(page.path(), page));
    this.downloads = FleetPages.downloads(schedule.history());
    this.actions =
        api.stream()
            .filter(route -> route.method() == Route.Method.POST)
            .map(route -> new FormAction(route, json))
            .toList();
  }

  /** The addresses of the pages, with {@code {names}}. */
  public Set<String> paths() {
    return Set.copyOf(pages.keySet());
  }

  /** Files to download. */
  public List<Download> downloads() {
    return downloads;
  }

  /** Actions of the forms. */
  public List<FormAction> actions() {
    return actions;
  }

  /**
   * Answer to a request for a page.
   *
   * @param html the page; empty for an address
   * @param address another page to go to instead
   */
  public record Answer(String html, Optional<String> address) {}

  /**
   * Renders a page as HTML, or leads to another one.
   *
   * @param path its address, with {@code {names}}
   * @throws dev.garrison.server.api.ApiProblem where there is no such page
   * @throws dev.garrison.diagnostic.RefusalException likewise
   */
  public Answer show(String path, Visit visit) {
    Page page = Objects.requireNonNull(pages.get(path), path);
    View view = page.show().apply(request(visit));
    Optional<String> address = view.address();
    return new Answer(address.isPresent() ? "" : templates.render(view), address);
  }

  /**
   * Opens a file for a visitor.
   *
   * @return writes the content
   * @throws dev.garrison.server.api.ApiProblem where there is no such file
   * @throws dev.garrison.diagnostic.RefusalException likewise
   */
  public Consumer<PrintWriter> open(Download download, Visit visit) {
    return download.open().apply(request(visit));
  }

  private PageRequest request(Visit visit) {
    return new PageRequest(frame(visit), visit.path(), visit.query());
  }

  /** Names of the facts that pages show and that began with time alone. */
  public List<String> lapses() {
    return lapses.now();
  }

  private Frame frame(Visit visit) {
    ZoneId zone = schedule.zone();
    Moment moment = new Moment(schedule.clock().instant(), zone);
    return new Frame(
        schedule.manifest().name(),
        schedule.manifest().site().code(),
        isDemo,
        new HeaderFacts(
            schedule.history().pages().observed(),
            Freshness.warning(schedule, moment),
            plans.open(moment.now())),
        version,
        visit.caller().name(),
        visit.caller().role(),
        visit.csrf(),
        visit.notice(),
        moment,
        schedule.open().database().changes().position(),
        visit.address());
  }

  /**
   * Renders the sign-in page.
   *
   * @param to the page that was requested
   * @param address of the sign-in page itself
   * @param problem why the user is not signed in
   * @param notice further message
   */
  public String signIn(
      String to, String address, Optional<String> problem, Optional<String> notice) {
    return templates.render(new View("signin", new SignInView(to, address, problem, notice)));
  }

  /**
   * Renders the page of a problem.
   *
   * @param address of the page that was requested
   */
  public String problem(int status, Diagnostic diagnostic, String address) {
    return templates.render(
        new View(
            "problem",
            new ProblemView(
                title(status),
                diagnostic.code().label(),
                diagnostic.message().problem().shown(),
                diagnostic.message().fix().shown(),
                address)));
  }

  private static String title(int status) {
    return switch (status) {
      case 403 -> t("page.problem.role");
      case 404, 405 -> t("page.problem.missing");
      case 409 -> t("page.problem.conflict");
      case 429 -> t("page.problem.too-many");
      case 500 -> t("page.problem.fault");
      case 503 -> t("page.problem.unavailable");
      default -> t("page.problem.invalid");
    };
  }
}
