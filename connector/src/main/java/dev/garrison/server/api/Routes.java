package dev.garrison.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.job.service.JobDesk;
import dev.garrison.job.service.Service;
import dev.garrison.json.Json;
import dev.garrison.server.reading.Answers;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.JobReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can be asked. */
public final class Routes {
  /** Where the API begins. */
  public static final String ROOT = "/api/v1";

  private Routes() {}

  /**
   * The routes of a service.
   *
   * @param version of Garrison
   */
  public static List<Route> of(JobDesk desk, Service service, Json json, String version) {
    List<Route> routes = new ArrayList<>();
    routes.add(health("/health/live", "Whether the process answers.", _ -> ApiAnswer.of(UP)));
    routes.add(
        health(
            "/health/ready",
            "Whether the database answers and jobs run at their times; 503 otherwise.",
            _ -> ready(desk.answers() && service.isRunning())));
    routes.addAll(new ServerReads(new FleetReading(desk)).routes());
    routes.addAll(new JobReads(new JobReading(desk, json)).routes());
    routes.addAll(new Actions(desk, service, json).routes());
    ObjectNode description = json.object();
    routes.add(
        Route.reading(
            "/openapi.json",
            "This description of the API.",
            List.of(),
            OpenApi.Document.class,
            _ -> ApiAnswer.of(description)));
    description.setAll(new OpenApi(json, version).of(routes));
    return List.copyOf(routes);
  }

  private static final Answers.Health UP = new Answers.Health("up");
  private static final Answers.Health DOWN = new Answers.Health("down");

  private static ApiAnswer ready(boolean ready) {
    return ready ? ApiAnswer.of(UP) : new ApiAnswer(503, DOWN, Optional.empty());
  }

  private static Route health(String path, String summary, Route.Handler handler) {
    return new Route(
        Route.Method.GET,
        path,
        Optional.empty(),
        summary,
        List.of(),
        Optional.empty(),
        Answers.Health.class,
        handler);
  }
}
