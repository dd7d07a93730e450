package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus reads. */
final class MetricsIT {
  @TempDir private Path folder;
  private ServedSite served;

  @BeforeEach
  void start() throws InterruptedException {
    served = new ServedSite(folder);
  }

  @AfterEach
  void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private HttpResponse<String> scraped() {
    return served.ask(Route.Method.GET, "/metrics", Optional.of(served.token(Role.VIEWER)), "");
  }

  private List<String> lines(String prefix) {
    return scraped().body().lines().filter(line -> line.startsWith(prefix)).toList();
  }

  @Test
  void serversAreCountedByRingSystemAndState() {
    assertThat(scraped().headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(lines("garrison_servers{"))
        .contains(
            "garrison_servers{ring=\"pilot\",state=\"not-targeted\",system=\"Microsoft Windows Server 2019 Standard\"} 1.0");
    assertThat(lines("garrison_servers_seen_timestamp_seconds")).hasSize(1);
  }

  @Test
  void everyRingHasItsStateAndTheServersThatItsGateIsAbout() throws InterruptedException {
    assertThat(lines("garrison_ring_state{"))
        .contains("garrison_ring_state{ring=\"pilot\",state=\"waiting\"} 1.0")
        .hasSameSizeAs(served.schedule().manifest().rings());
    assertThat(lines("garrison_ring_servers{ring=\"pilot\""))
        .contains("garrison_ring_servers{ring=\"pilot\",share=\"onboarded\"} 0.0")
        .hasSize(5);
    assertThat(lines("garrison_rings_seen_timestamp_seconds")).hasSize(1);
    assertThat(served.post(Role.APPROVER, "/runs/1/approve", "").statusCode()).isEqualTo(202);
    served.ended();
    served.site().pass(Duration.ofMinutes(5));
    assertThat(served.post(Role.OPERATOR, "/rings/pilot/halt", "{\"reason\":\"x\"}").statusCode())
        .isEqualTo(202);
    served.ended();
    assertThat(lines("garrison_ring_state{ring=\"pilot\""))
        .containsExactly("garrison_ring_state{ring=\"pilot\",state=\"halted\"} 1.0");
  }

  @Test
  void everyServerThatWasAskedHasTheStateOfItsBreaker() {
    String server = served.site().lab().adminService().getAuthority();
    assertThat(lines("garrison_server_breaker{"))
        .containsExactly(
            "garrison_server_breaker{server=\"%s\",state=\"closed\"} 1.0".formatted(server));
    assertThat(lines("garrison_server_set_aside_total{"))
        .containsExactly("garrison_server_set_aside_total{server=\"%s\"} 0.0".formatted(server));
  }

  @Test
  void everyJobHasItsModeAndWhatCameOfItsLastRun() {
    assertThat(lines("garrison_job_mode{")).hasSize(7);
    assertThat(lines("garrison_job_outcome{"))
        .contains("garrison_job_outcome{job=\"rollout\",outcome=\"pending\"} 1.0");
    assertThat(lines("garrison_job_plan_pending{"))
        .contains(
            "garrison_job_plan_pending{job=\"rollout\"} 1.0",
            "garrison_job_plan_pending{job=\"status\"} 0.0");
    assertThat(lines("garrison_job_next_timestamp_seconds{job=\"status\"}")).hasSize(1);
  }

  @Test
  void aModeThatChangedIsNotThereTwice() {
    assertThat(served.post(Role.OPERATOR, "/jobs/status/pause", "").statusCode()).isEqualTo(200);
    assertThat(lines("garrison_job_mode{job=\"status\""))
        .containsExactly("garrison_job_mode{job=\"status\",mode=\"paused\"} 1.0");
  }

  @Test
  void requestsAreCountedByRouteAndNotByWhatStrangersAskFor() {
    served.get("/jobs");
    served.get("/servers/SOMEBODY");
    served.get("/nothing-of-the-kind");
    String body = scraped().body();
    assertThat(body)
        .contains(
            "garrison_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/jobs\",status=\"200\"} 1",
            "route=\"/api/v1/servers/{name}\",status=\"404\"",
            "jvm_memory_used_bytes{area=\"heap\"")
        .doesNotContain("SOMEBODY", "nothing-of-the-kind");
  }

  @Test
  void aMadeUpMethodMakesNoFigureOfItsOwn() throws IOException {
    served.raw("MADEUP1 / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    served.raw("MADEUP2 / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    assertThat(scraped().body()).contains("method=\"other\"").doesNotContain("MADEUP");
  }

  @Test
  void nobodyReadsThemWithoutAToken() {
    assertThat(served.ask(Route.Method.GET, "/metrics", Optional.empty(), "").statusCode())
        .isEqualTo(401);
  }
}
