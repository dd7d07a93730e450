package dev.garrison.server.api;

import dev.garrison.json.Json;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.reading.AntivirusReading;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.JobReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All routes of the API. */
public final class Routes {
  /** Path at which the API begins. */
  public static final String ROOT = "/api/v1";

  private Routes() {}

  /**
   * Creates the routes of a service.
   *
   * @param version of Garrison
   * @param problems current problems of the service, in words without confidential details
   */
  public static List<Route> of(
      JobSchedule schedule,
      Service service,
      Json json,
      String version,
      Supplier<List<String>> problems) {
    List<Route> routes = new ArrayList<>();
    routes.add(
        health(
            "/health/live",
            "Whether the process answers.",
            _ -> ApiAnswer.of(new ApiAnswers.Health(UP, List.of()))));
    routes.add(
        health(
            "/health/ready",
            "Whether the database answers and jobs run at their times, 503 otherwise; and what else is wrong.",
            _ ->
                ready(
                    schedule.open().database().answers() && service.isRunning(), problems.get())));
    FleetReading fleet =
        new FleetReading(schedule.manifest(), schedule.history(), schedule.clock());
    AntivirusReading antivirus =
        new AntivirusReading(schedule.manifest().rings(), schedule.history());
    routes.addAll(new ServerReads(fleet, antivirus).routes());
    routes.addAll(new JobReads(new JobReading(schedule, json)).routes());
    routes.addAll(new Actions(schedule, service, json).routes());
    OpenApi.Document description = OpenApi.Document.empty(json);
    routes.add(
        Route.reading(
            "/openapi.json",
            "This description of the API.",
            List.of(),
            OpenApi.Document.class,
            _ -> ApiAnswer.of(description)));
    new OpenApi(json, version).describe(routes, description);
    return List.copyOf(routes);
  }

  private static final String UP = "up";
  private static final String DOWN = "down";

  private static ApiAnswer ready(boolean ready, List<String> problems) {
    return ready
        ? ApiAnswer.of(new ApiAnswers.Health(UP, problems))
        : new ApiAnswer(503, new ApiAnswers.Health(DOWN, problems), Optional.empty());
  }

  private static Route health(String path, String summary, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Optional.empty(),
        summary,
        List.of(),
        Optional.empty(),
        false,
        ApiAnswers.Health.class,
        handler);
  }
}
