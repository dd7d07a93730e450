package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.lab.fault.RequestMatcher;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class FaultIT {
  private static final String CREATE = "{\"Name\":\"Ring 1\",\"LimitToCollectionID\":\"SMS00001\"}";
  private final RawSite site = RawSite.start("2509");

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aStatusComesAsOftenAsAskedFor() throws Exception {
    site.lab().faults().status(RequestMatcher.of("GET", "SMS_Site"), 503, 2);
    assertThat(site.get("wmi/SMS_Site").status()).isEqualTo(503);
    assertThat(site.get("wmi/SMS_Site").json().path("error").path("code").asText())
        .isEqualTo("503");
    assertThat(site.get("wmi/SMS_Site").status()).isEqualTo(200);
  }

  @Test
  void aCutBeforeTheEffectLeavesNothing() throws Exception {
    site.lab().faults().cutBeforeEffect(RequestMatcher.of("POST", "SMS_Collection"));
    assertThatThrownBy(() -> site.post("wmi/SMS_Collection", CREATE))
        .isInstanceOf(IOException.class);
    assertThat(site.list("SMS_Collection", "Name eq 'Ring 1'")).isEmpty();
  }

  @Test
  void aCutAfterTheEffectLosesTheAnswerOnly() throws Exception {
    site.lab().faults().cutAfterWrite(1);
    assertThatThrownBy(() -> site.post("wmi/SMS_Collection", CREATE))
        .isInstanceOf(IOException.class);
    assertThat(site.list("SMS_Collection", "Name eq 'Ring 1'")).hasSize(1);
    assertThat(site.lab().requests().writes())
        .singleElement()
        .satisfies(request -> {
          assertThat(request.method()).isEqualTo("POST");
          assertThat(request.path()).isEqualTo("/wmi/SMS_Collection");
        });
  }

  @Test
  void anErrorMayComeThoughTheEffectHappened() throws Exception {
    site.lab().faults().statusAfterEffect(RequestMatcher.of("POST", "SMS_Collection"), 500);
    assertThat(site.post("wmi/SMS_Collection", CREATE).status()).isEqualTo(500);
    assertThat(site.list("SMS_Collection", "Name eq 'Ring 1'")).hasSize(1);
  }

  @Test
  void theWorldChangesAfterAWriteThatIsStillAnswered() throws Exception {
    site.lab()
        .faults()
        .afterWrite(
            1, () -> site.lab().faults().statusFromNowOn(RequestMatcher.of("GET", ""), 503));
    assertThat(site.post("wmi/SMS_Collection", CREATE).status()).isEqualTo(201);
    for (int i = 0; i < 3; i++) {
      assertThat(site.get("wmi/SMS_Site").status()).isEqualTo(503);
    }
    site.lab().faults().clear();
    assertThat(site.list("SMS_Collection", "Name eq 'Ring 1'")).hasSize(1);
  }

  @Test
  void aFaultFromNowOnIsNotUsedUp() throws Exception {
    site.lab().faults().htmlFromNowOn(RequestMatcher.of("GET", "SMS_Site"));
    site.lab().faults().truncateFromNowOn(RequestMatcher.of("GET", "SMS_Collection"));
    for (int i = 0; i < 3; i++) {
      assertThat(site.get("wmi/SMS_Site").text()).startsWith("<html>");
      assertThatThrownBy(() -> site.get("wmi/SMS_Collection")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void bodiesMayBeTruncatedSlowOrHtml() throws Exception {
    site.lab().faults().truncateBody(RequestMatcher.any());
    assertThatThrownBy(() -> site.get("wmi/SMS_Site")).isInstanceOf(IOException.class);
    site.lab().faults().slowBody(RequestMatcher.any(), Duration.ofMillis(1));
    assertThat(site.get("wmi/SMS_Site").value()).hasSize(1);
    site.lab().faults().html(RequestMatcher.any());
    assertThat(site.get("wmi/SMS_Site").text()).startsWith("<html>");
  }

  @Test
  void missingWmiRightsLookLikeAMissingObject() throws Exception {
    site.lab().faults().denyWmi();
    RawSite.Reply reply = site.get("wmi/SMS_Site");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.message()).isEqualTo("Access denied  WMI QUERY: ");
    site.lab().faults().clear();
    assertThat(site.get("wmi/SMS_Site").status()).isEqualTo(200);
  }

  @Test
  void aWrongContentTypeAndAHugeBodyAreRefused() throws Exception {
    HttpRequest.Builder plain =
        site.request("wmi/SMS_Collection").POST(HttpRequest.BodyPublishers.ofString(CREATE));
    assertThat(site.send(plain).status()).isEqualTo(415);
    String huge = "{\"Name\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
    assertThat(site.post("wmi/SMS_Collection", huge).status()).isEqualTo(413);
  }

  @Test
  void onlyTheAccountOfTheOptionsEnters() throws Exception {
    LabOptions options =
        new LabOptions(
            RawSite.START, Map.of(), Optional.of(new Credentials("LAB\\admin", "secret")));
    try (RawSite open = RawSite.start("2207");
        Lab lab = Lab.start("2207", options)) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(lab.adminService().resolve("/AdminService/wmi/SMS_Site"));
      assertThat(open.send(request).status()).isEqualTo(401);
      String pair =
          Base64.getEncoder()
              .encodeToString(
                  "LAB\\admin:secret".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(open.send(request.header("Authorization", "Basic " + pair)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void anUnknownSiteIsRefusedNamingTheKnown() {
    LabOptions options = new LabOptions(RawSite.START, Map.of(), Optional.empty());
    assertThatThrownBy(() -> Lab.start("2012", options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The lab has no site '2012'. It has 2107, 2107-rollup, 2203, 2207, 2509, hierarchy, mixed, unready, large, sup, wsus, wsus-large.");
  }
}
