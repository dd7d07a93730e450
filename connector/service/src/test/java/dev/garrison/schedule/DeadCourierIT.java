package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.history.History;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.server.GarrisonServer;
import dev.garrison.server.Limits;
import dev.garrison.server.ServerSettings;
import dev.garrison.webhook.NoticeListener;
import dev.garrison.webhook.Notices;
import dev.garrison.webhook.WebhookPost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that brings messages ends with an Error. */
final class DeadCourierIT extends ScheduleTrial {
  private static final String DIED =
      "Messages to the webhook \"ops\" stopped: java.lang.NoClassDefFoundError: no/such/Type. Restart the service to send the messages, and report the error. No message is lost. [COURIER_DIED GAR-1114]";

  private final BlockingQueue<Diagnostic> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void addWebhook() throws IOException {
    Files.writeString(
        file,
        "notifications:\n  - {name: ops, url: \"https://hooks.contoso.example/x\", secret: \"env:HOOK\"}\n",
        StandardOpenOption.APPEND);
  }

  @Override
  protected Notices telling(Manifest manifest, History history, NoticeListener listener) {
    return new Notices(
        manifest,
        history,
        new WebhookPost(
            new SchemeSecretStore(
                Map.of("HOOK", "H00k-s3cret-of-the-receiver"), folder, _ -> Optional.empty()),
            _ -> {
              throw new NoClassDefFoundError("no/such/Type");
            },
            clock),
        listener,
        clock);
  }

  private static String body(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void aCourierThatDiesIsToldAndShownByHealth() throws Exception {
    try (JobSchedule schedule =
        schedule(() -> {
          throw new IllegalStateException("a job that fails has something to tell");
        })) {
      assertThatThrownBy(() -> schedule.runner().run(JobKind.EXPIRY, JobRun.Reason.COMMAND))
          .isInstanceOf(IllegalStateException.class)
          .isNotInstanceOf(RefusalException.class);
      try (Service service = schedule.start(_ -> {}, told::add);
          GarrisonServer server =
              GarrisonServer.start(
                  new ServerSettings(
                      new ServerSection(new ListenAddress("127.0.0.1", 0), Optional.empty()),
                      Limits.DEFAULT,
                      "1.2.3",
                      _ -> {}),
                  schedule,
                  service)) {
        assertThat(told.poll(1, TimeUnit.MINUTES)).hasToString(DIED);
        assertThat(body(server.url().resolve("/health/ready")))
            .isEqualTo(
                "{\"problems\":[\"a webhook gets no more messages; the log names the webhook and the cause\"],\"status\":\"up\"}");
      }
    }
  }
}
