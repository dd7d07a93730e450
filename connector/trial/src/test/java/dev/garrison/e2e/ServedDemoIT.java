package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.trial.PackedProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed program as somebody tries the service out. */
final class ServedDemoIT {
  private static final int MOST_SECONDS = 300;
  private static final int LOOK_MILLIS = 200;

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

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Json().parse(answer.body());
  }

  private void assertPast(String api, String bearer) throws IOException, InterruptedException {
    JsonNode first =
        read(request(api + "/runs?job=rollout&limit=200").header("Authorization", bearer))
            .at("/runs");
    JsonNode oldest = first.get(first.size() - 1);
    Instant now = Instant.now();
    assertThat(Instant.parse(oldest.path("started").asText()))
        .isBetween(now.minus(Duration.ofDays(92)), now.minus(Duration.ofDays(88)));
    first.forEach(
        run -> assertThat(Instant.parse(run.path("ended").asText())).as("%s", run).isBefore(now));
    JsonNode rings = read(request(api + "/rings").header("Authorization", bearer)).at("/rings");
    assertThat(rings)
        .extracting(ring -> ring.path("name").asText() + " " + ring.at("/standing/state").asText())
        .containsExactly(
            "pilot passed", "early passed", "broad passed", "passive passed", "critical halted");
  }

  @Test
  void itsFirstPlanIsThereToBeApprovedByWhoeverHasTheToken() throws Exception {
    Running running =
        PackedProgram.start(folder, "demo", "--serve", "--folder", "--port-file", "demo.json");
    try {
      Path file = portFile();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      JsonNode place = new Json().parse(Files.readString(file));
      String api = place.path("url").asText() + "/api/v1";
      String bearer = "Bearer " + place.path("token").asText();
      assertThat(send(request(api + "/status")).statusCode()).isEqualTo(401);
      JsonNode status = read(request(api + "/status").header("Authorization", bearer));
      assertThat(status.path("manifest").asText()).isEqualTo("demo-data");
      assertPast(api, bearer);

      JsonNode run = read(request(api + "/runs?job=sensor-update").header("Authorization", bearer));
      assertThat(run.at("/runs/0/planKept").asBoolean()).isTrue();
      HttpResponse<String> approved =
          send(
              request(api + "/runs/" + run.at("/runs/0/run").asLong() + "/approve")
                  .header("Authorization", bearer)
                  .POST(BodyPublishers.noBody()));
      assertThat(approved.statusCode()).as(approved.body()).isEqualTo(202);
      String begun = api + "/runs/" + new Json().parse(approved.body()).path("run").asLong();
      JsonNode made = read(request(begun).header("Authorization", bearer));
      while (made.path("outcome").asText().equals("running")) {
        assertThat(running.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        made = read(request(begun).header("Authorization", bearer));
      }
      assertThat(made.path("summary").asText()).isEqualTo("2 changes made");
      OverviewPicture.take(Files.createDirectory(folder.resolve("profile")), place);
    } finally {
      JavaProcess.interrupt(running.process());
    }
    assertThat(running.await().exit()).isEqualTo(130);
    assertThat(running.await().err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garrison.yaml", "heads.log"})
  void nothingIsLeftOfADemonstrationThatIsInterruptedWhileItStarts(String begun) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Running running =
        PackedProgram.start(
            folder,
            new PackedProgram.Setting(
                List.of(), List.of("-Djava.io.tmpdir=" + temporary), Map.of()),
            List.of("demo", "--serve", "--folder"));
    try {
      Instant latest = Instant.now().plusSeconds(MOST_SECONDS);
      while (!isThere(temporary, begun)) {
        assertThat(Instant.now()).as(begun).isBefore(latest);
        assertThat(running.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
      }
    } finally {
      JavaProcess.interrupt(running.process());
    }
    assertThat(running.await().err()).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  private static boolean isThere(Path folder, String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(file -> file.endsWith(name));
    } catch (UncheckedIOException gone) {
      return false;
    }
  }
}
