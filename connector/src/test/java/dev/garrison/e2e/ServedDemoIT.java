package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.PackedProgram.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed program as somebody tries the service out. */
final class ServedDemoIT {
  private static final int MOST_SECONDS = 60;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  private Path portFile() throws IOException, InterruptedException {
    Path file = folder.resolve("demo.json");
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(file)) {
        var key = watch.poll(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(key).as("nothing was written").isNotNull();
        key.pollEvents();
        key.reset();
      }
    }
    return file;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void itAnswersWhoeverHasTheTokenUntilItIsInterrupted() throws Exception {
    Running running =
        PackedProgram.start(folder, "demo", "--serve", "--folder", "--port-file", "demo.json");
    try {
      Path file = portFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      JsonNode place = new Json().parse(Files.readString(file));
      URI status = URI.create(place.path("url").asText() + "/api/v1/status");
      assertThat(send(HttpRequest.newBuilder(status)).statusCode()).isEqualTo(401);
      String bearer = "Bearer " + place.path("token").asText();
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(status).header("Authorization", bearer));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new Json().parse(answer.body()).path("manifest").asText()).isEqualTo("demo");
      HttpResponse<String> run =
          send(
              HttpRequest.newBuilder(
                      URI.create(place.path("url").asText() + "/api/v1/jobs/expiry/run"))
                  .header("Authorization", bearer)
                  .POST(BodyPublishers.noBody()));
      assertThat(run.statusCode()).isEqualTo(202);
    } finally {
      PackedProgram.interrupt(running.process());
    }
    assertThat(running.await().exit()).isEqualTo(130);
    assertThat(running.await().err()).isEmpty();
  }
}
