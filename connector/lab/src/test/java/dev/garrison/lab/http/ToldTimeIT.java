package dev.garrison.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The time in the answers' heads. */
@Tag("first")
final class ToldTimeIT {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Lab lab =
      Lab.start(
          "wsus",
          new LabOptions(Instant.parse("2026-11-05T20:00:00Z"), Map.of(), Optional.empty()));

  @AfterEach
  void stop() {
    client.close();
    lab.close();
  }

  @Test
  void theSiteTellsTheLabsTime() throws Exception {
    assertThat(told(lab.adminService())).contains("Thu, 05 Nov 2026 20:00:00 GMT");
    lab.clock().advance(Duration.ofHours(5));
    assertThat(told(lab.adminService())).contains("Fri, 06 Nov 2026 01:00:00 GMT");
  }

  @Test
  void anUpdateServerTellsTheLabsTime() throws Exception {
    assertThat(told(lab.updateServers().named("wsus01").service()))
        .contains("Thu, 05 Nov 2026 20:00:00 GMT");
  }

  @Test
  void aServerWhoseClockIsWrongTellsItsOwnTime() throws Exception {
    lab.time().runAhead(Duration.ofMinutes(-90));
    assertThat(told(lab.adminService())).contains("Thu, 05 Nov 2026 18:30:00 GMT");
    assertThat(told(lab.updateServers().named("wsus01").service()))
        .contains("Thu, 05 Nov 2026 20:00:00 GMT");
  }

  @Test
  void aServerMayTellNoTime() throws Exception {
    lab.time().keepSilent();
    assertThat(told(lab.adminService())).isEmpty();
  }

  private Optional<String> told(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Date");
  }
}
