package dev.garrison.mecm.site;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.site.HierarchySite.Role;
import dev.garrison.mecm.site.HierarchySite.State;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class SiteReaderIT {
  private static final String DENIED =
      "{\"error\":{\"code\":\"404\",\"message\":\"Access denied  WMI QUERY: \"}}";

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private HttpAdminService service;

  @BeforeEach
  void start() {
    server.start();
    service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(URI.create("http://localhost:" + server.port() + "/AdminService")),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5));
    answer(
        "SMS_Site",
        200,
        """
        {"value":[{"SiteCode":"PS1","Type":2,"Status":1,"Version":"5.00.9058.1000","ReportingSiteCode":""},
                  {"SiteCode":"SE1","Type":1,"Status":1,"Version":null,"ReportingSiteCode":"PS1"}]}\
        """);
    answer("SMS_Identification", 200, "{\"value\":[{\"ThisSiteCode\":\"PS1\"}]}");
    answer(
        "SMS_Identification.GetSiteID",
        201,
        "{\"SiteID\":\"{0a5e3f52-0f5c-4e2c-9d38-5f0e4d1e7b11}\",\"ReturnValue\":0}");
    answer(
        "SMS_Identification.GetProviderVersion",
        201,
        "{\"VersionString\":\"5.2107.1059.1000\",\"ReturnValue\":0}");
    answer(
        "SMS_Identification.GetCurrentUser",
        201,
        "{\"UserName\":\"CONTOSO\\\\svc-garrison\",\"ReturnValue\":0}");
    answer(
        "SMS_CM_UpdatePackages",
        200,
        """
        {"value":[{"PackageGuid":"A","Name":"Configuration Manager 2107","ClientVersion":"5.00.9058.1012","State":196612},
                  {"PackageGuid":"B","Name":"Configuration Manager 2107 Hotfix Rollup (KB11121541)","ClientVersion":"5.00.9058.1043","State":196612}]}\
        """);
    answer("SMS_CM_UpdatePackagesHistory", 200, "{\"value\":[]}");
  }

  @AfterEach
  void stop() {
    service.close();
    server.stop();
  }

  private void answer(String member, int status, String body) {
    server.stubFor(
        get(urlPathEqualTo("/AdminService/wmi/" + member))
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "application/json")
                    .withBody(body)));
  }

  @Test
  void theSiteIsRead() {
    assertThat(new SiteReader(service).read())
        .isEqualTo(
            new Site(
                new Site.Identity(
                    "PS1",
                    "0A5E3F52-0F5C-4E2C-9D38-5F0E4D1E7B11",
                    Optional.of("5.2107.1059.1000"),
                    Optional.of("CONTOSO\\svc-garrison")),
                List.of(
                    new HierarchySite(
                        "PS1",
                        Role.PRIMARY,
                        State.ACTIVE,
                        SiteVersion.parse("5.00.9058.1000"),
                        Optional.empty()),
                    new HierarchySite(
                        "SE1", Role.SECONDARY, State.ACTIVE, Optional.empty(), Optional.of("PS1"))),
                RollupState.INSTALLED));
    assertThat(server.getAllServeEvents()).hasSize(7);
  }

  @Test
  void updatesThatMayNotBeReadLeaveTheRollupUnknown() {
    answer("SMS_CM_UpdatePackages", 404, DENIED);
    assertThat(new SiteReader(service).read().rollup()).isEqualTo(RollupState.UNKNOWN);
  }

  @Test
  void whatCannotBeAskedOfTheProviderIsLeftOut() {
    answer("SMS_Identification.GetProviderVersion", 404, DENIED);
    assertThat(new SiteReader(service).read().identity().providerVersion()).isEmpty();
  }

  @Test
  void aSignInThatFailsIsNotTakenForAnUnknownRollup() {
    answer("SMS_CM_UpdatePackages", 401, "");
    assertThatThrownBy(() -> new SiteReader(service).read())
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("didn't accept the sign-in");
  }

  @Test
  void aServiceThatDoesNotNameItsSiteIsRefused() {
    answer("SMS_Identification", 200, "{\"value\":[]}");
    assertThatThrownBy(() -> new SiteReader(service).read())
        .hasMessage(
            "The administration service doesn't report its site (SMS_Identification). Assign the security role Read-only Analyst or higher to the account at the site, and run the command again. [SITE_NAMELESS GAR-0231]");
  }
}
