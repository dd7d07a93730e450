package dev.garrison.server.api;

import dev.garrison.history.History;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.ScheduleTrial;
import dev.garrison.schedule.Service;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.webhook.WebhookPost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The routes of a service whose jobs do not run. */
abstract class RouteTrial extends ScheduleTrial {
  static final Json JSON = new Json();

  @Override
  protected Notices telling(Manifest manifest, History history, NoticeListener listener) {
    return new Notices(
        manifest,
        history,
        new WebhookPost(
            new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty()),
            webhook -> {
              throw new AssertionError(webhook.name() + " is told nothing");
            },
            clock),
        listener,
        clock);
  }

  /** What the routes of a service give, after its history was filled. */
  final <T> T ofRoutes(Consumer<History> filling, Function<List<Route>, T> asking)
      throws InterruptedException {
    try (JobSchedule schedule =
        schedule(() -> {
          throw new AssertionError("no job runs");
        })) {
      filling.accept(schedule.history());
      try (Service service = schedule.start(_ -> {}, _ -> {})) {
        return asking.apply(Routes.of(schedule, service, JSON, "0.1.0", List::of));
      }
    }
  }

  /** The text that a route answers to a request with these parts of the address. */
  static String answered(Route route, Map<String, String> path) {
    ApiRequest request = new ApiRequest(Optional.empty(), path, Map.of(), "");
    return ApiAnswer.text(JSON, route.handler().answer(request).body());
  }
}
