package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.language.Language;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control of a running simulated site by another process. */
final class LabControlIT {
  private static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Lab lab;
  private LabControl control;
  private LabClient client;

  @BeforeEach
  void start() {
    lab = Lab.start("2203", new LabOptions(START, Map.of(), Optional.empty()));
    control = new LabControl(lab, 60, new LabFaults(lab), new SecureRandom());
    control.address().write(folder.resolve("lab.json"));
    client = new LabClient(folder);
  }

  @AfterEach
  void stop() {
    control.close();
    lab.close();
  }

  private HttpResponse<String> send(String token, String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(control.address().url() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void theStatusSaysVersionTimeAndReleases() {
    assertThat(client.status())
        .isEqualTo(
            new LabStatus(
                lab.adminService().toString(),
                List.of(),
                List.of("2207", "2509"),
                60,
                START,
                List.of(),
                "5.00.9078.1000"));
  }

  @Test
  void theAddressIsKeptForItsOwnerAlone() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("lab.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aRequestWithAnotherTokenIsRefused() throws Exception {
    HttpResponse<String> answer = send("guess", "POST", "/advance", "3d");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(new Json().parse(answer.body()).path("error").asText())
        .isEqualTo("The token of lab.json is required: Authorization: Bearer TOKEN");
    assertThat(lab.clock().instant()).isEqualTo(START);
  }

  @Test
  void aLongBodyIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(control.address().token(), "POST", "/fault", "install " + "A".repeat(5000));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("The body is longer than 4096 bytes.");
  }

  @Test
  void anUnknownRequestIsToldWhatThereIs() throws Exception {
    HttpResponse<String> answer = send(control.address().token(), "POST", "/stop", "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There are: GET /status, POST /advance");
  }

  @Test
  void timePassesOnTheSite() {
    assertThat(client.send("POST", "/advance", "3d").time())
        .isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void aStepOfMoreThanNinetyDaysIsRefused() {
    assertThatThrownBy(() -> client.send("POST", "/advance", "91d"))
        .hasMessageContaining("The clock advances by at most 90 days at once.");
    assertThat(lab.clock().instant()).isEqualTo(START);
  }

  @Test
  void aLaterReleaseTakesTheSiteAndItsClientsAlong() {
    assertThat(client.send("POST", "/upgrade", "2207").version()).isEqualTo("5.00.9088.1000");
    assertThatThrownBy(() -> client.send("POST", "/upgrade", "2203"))
        .hasMessageContaining("The site can't be upgraded to \"2203\". Available: 2509.");
  }

  @Test
  void aFaultIsListedUntilAllAreEnded() {
    client.send("POST", "/fault", "offline sql01");
    assertThat(client.send("POST", "/fault", "unavailable").faults())
        .containsExactly("offline SQL01", "unavailable");
    assertThat(client.send("DELETE", "/fault", "").faults()).isEmpty();
  }

  @Test
  void oneFaultEndsAndTheOthersStay() throws Exception {
    client.send("POST", "/fault", "offline SQL01");
    client.send("POST", "/fault", "denied");
    client.send("POST", "/fault", "unavailable");
    assertThat(client.send("DELETE", "/fault", "unavailable").faults())
        .containsExactly("offline SQL01", "denied");
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(lab.adminService() + "/wmi/SMS_Site")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Access denied");
  }

  @Test
  void aFaultEndsOnTheNamedServersAlone() {
    client.send("POST", "/fault", "install SQL01 app02");
    client.send("POST", "/fault", "install APP02 WEB01");
    assertThat(client.send("DELETE", "/fault", "install app02").faults())
        .containsExactly("install SQL01 WEB01");
    assertThat(client.send("DELETE", "/fault", "install").faults()).isEmpty();
  }

  @Test
  void aCollectionStandsForItsMembers() {
    assertThat(client.send("POST", "/fault", "install \"pilot servers\" SQL01").faults())
        .containsExactly("install FS01 WEB01 WEB02 APP02 SQL01");
    assertThat(client.send("DELETE", "/fault", "install \"Pilot servers\"").faults())
        .containsExactly("install SQL01");
  }

  @Test
  void aCollectionWithoutServersIsRefused() {
    assertThatThrownBy(() -> client.send("POST", "/fault", "install \"All Users\""))
        .hasMessageContaining("No server is a member of All Users.");
  }

  @Test
  void aFaultThatIsNotActiveIsNotEnded() {
    client.send("POST", "/fault", "install SQL01");
    for (String fault : List.of("proxy", "install WEB01")) {
      assertThatThrownBy(() -> client.send("DELETE", "/fault", fault))
          .hasMessageContaining("The fault \"%s\" isn't active.".formatted(fault));
    }
  }

  @Test
  void aFaultOfServersNeedsTheirNamesHereToo() {
    assertThatThrownBy(() -> client.send("POST", "/fault", "install"))
        .hasMessageContaining(
            "The fault \"install\" requires names of servers or collections, for example FS01.");
  }

  @Test
  void aRefusalIsShownInTheLanguageOfItsReader() {
    Language.JAPANESE.during(() ->
        assertThatThrownBy(() -> client.send("DELETE", "/fault", "proxy"))
            .isInstanceOfSatisfying(
                RefusalException.class,
                refusal ->
                    assertThat(refusal.diagnostics().getFirst().message().problem().shown())
                        .isEqualTo("障害「proxy」は発生していません。")));
  }

  @Test
  void aSiteWithoutUpdateServersHasNoneOfTheirFaults() {
    assertThatThrownBy(() -> client.send("POST", "/fault", "wsus-denied"))
        .hasMessageContaining("The site has no WSUS server.");
  }

  @Test
  void updateServersAreUnavailableUntilThatEnds() throws Exception {
    try (Lab all = Lab.start("sup", new LabOptions(START, Map.of(), Optional.empty()))) {
      LabFaults faults = new LabFaults(all);
      HttpRequest request =
          HttpRequest.newBuilder(all.updateServers().all().getFirst().service()).build();
      faults.cause(LabFault.of("wsus-unavailable"));
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      faults.end(LabFault.of("wsus-unavailable"));
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void eachKindOfFaultBeginsAndEnds() {
    try (Lab all = Lab.start("sup", new LabOptions(START, Map.of(), Optional.empty()))) {
      LabFaults faults = new LabFaults(all);
      String server = all.servers().names().getFirst();
      for (LabFaultKind kind : LabFaultKind.values()) {
        faults.cause(new LabFault(kind, kind.ofServers() ? List.of(server) : List.of()));
      }
      assertThat(faults.texts()).hasSameSizeAs(LabFaultKind.values());
      for (LabFaultKind kind : LabFaultKind.values()) {
        faults.end(new LabFault(kind, List.of()));
      }
      assertThat(faults.texts()).isEmpty();
    }
  }

  @Test
  void aServerThatTheSiteDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> client.send("POST", "/fault", "install APP02 APP9"))
        .hasMessageContaining(
            "The site has no server or collection \"APP9\". Available servers: DC01, DC02, FS01")
        .hasMessageContaining("GAR-1070");
    assertThat(client.status().faults()).isEmpty();
  }

  @Test
  void theClockOfCommandsIsThatOfTheSite() {
    Clock machine = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    Map<String, String> environment = Map.of("GARRISON_LAB", folder.toString());
    client.send("POST", "/advance", "2h");
    assertThat(LabTime.followed(environment, machine).instant())
        .isEqualTo(START.plus(Duration.ofHours(2)));
    assertThat(LabTime.followed(Map.of(), machine)).isSameAs(machine);
  }

  @Test
  void aLabThatEndedIsSaidNotToRun() {
    control.close();
    assertThatThrownBy(client::status)
        .hasMessageContaining("No simulated site is running for the folder \"" + folder + "\".")
        .hasMessageContaining("GAR-1068");
  }

  @Test
  void anAddressOfAnotherComputerIsNotAsked() {
    new ServedAddress("http://cm01.contoso.example:80", "token").write(folder.resolve("lab.json"));
    assertThatThrownBy(client::status).hasMessageContaining("GAR-1068");
  }
}
