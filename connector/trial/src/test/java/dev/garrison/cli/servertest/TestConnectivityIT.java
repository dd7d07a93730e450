package dev.garrison.cli.servertest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.servertest.TestedSite.Printed;
import dev.garrison.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison test-connectivity}: which hosts, through what, and who reaches them. */
final class TestConnectivityIT {
  private static final String HOST = "edr-sample.eu.endpoint.security.microsoft.com";
  private static final String PROXY = "proxy.lab.example:8080";
  private static final String ISSUER =
      "certificate of CN=Microsoft Azure RSA TLS Issuing CA 04, O=Microsoft Corporation, C=US";

  @TempDir private Path folder;
  private TestedSite site;

  @BeforeEach
  void start() {
    site = new TestedSite("mixed", folder);
    site.site().lab().withScripts(library -> library.wantsAnotherApprover(false));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void proxyInTheRing() {
    site.site()
        .manifest()
        .replace(
            "antivirus: active\nsample",
            "antivirus: active\n    proxy: {sensor: \"%s\"}\nsample".formatted(PROXY));
  }

  private JsonNode json(String... words) {
    return new Json().parse(site.run(words).out());
  }

  @Test
  void whatWouldRunIsShownWithTheHostsOfThePackageAndNothingIsWritten() {
    Printed printed = site.run("test-connectivity", "--server", "OWN01", "DC02");
    JsonNode script = json("test-connectivity", "--json", "--server", "OWN01").path("script");
    assertThat(printed.out())
        .isEqualTo(
            """
            The connectivity test on 2 servers of site PS1:
              LAB\\OWN01             pilot       onboarded to this tenant
              LAB\\DC02              pilot       no onboarding deployment targets the server

              script       %s (Test-DefenderConnectivity.ps1, not signed)
              GUID         %s
              SHA-256      %s
              on the site  not there: it is made, and approved where the site lets its author do that
              connects on port 443, directly, to:
                edr-sample.eu.endpoint.security.microsoft.com
                eu-v20.events.endpoint.security.microsoft.com
                events.data.microsoft.com

            Each server runs the script once, as SYSTEM, if the server is on within one hour. The script sets up TLS with each host,
            sends nothing more, and changes nothing on the server.
            These are the hosts of the sensor. Certificate revocation lists, updates, and the antivirus cloud use other hosts, which
            Microsoft's list names.
            """
                .formatted(
                    script.path("name").asText(),
                    script.path("guid").asText(),
                    script.path("sha256").asText()));
    assertThat(printed.exit()).isEqualTo(1);
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void aServerThatReachesEveryHostIsWellAndItsIssuerIsTold() {
    Printed printed = site.run("test-connectivity", "--yes", "--server", "OWN01");
    assertThat(printed.out())
        .contains(
            "\n  OWN01            ran          3 of 3 hosts reached directly (operation 16793000).\n",
            "\n    " + HOST + ": reached, certificate of CN=Microsoft Azure RSA TLS Issuing CA 04,",
            "\nAll hosts are reached from 1 of 1 server. Journal: run ",
            "\nThe sensor accepts only Microsoft's certificates. Another issuer means that a device on the network path inspects TLS.\n");
    assertThat(printed.err()).isEqualTo("OWN01: ran.\n");
    assertThat(printed.exit()).isZero();
  }

  @Test
  void aHostThatIsBlockedIsNamedWithWhatWentWrong() {
    site.site().lab().servers().block("DC02", HOST);
    JsonNode result =
        json("test-connectivity", "--yes", "--json", "--server", "DC02").path("results").get(0);
    assertThat(result.path("outcome").asText()).isEqualTo("not-reached");
    assertThat(result.path("said").asText()).isEqualTo("2 of 3 hosts reached directly");
    assertThat(result.path("hosts").get(0).toString())
        .isEqualTo(
            "{\"name\":\"%s\",\"reached\":false,\"why\":\"no answer from %s:443 within 10 seconds\"}"
                .formatted(HOST, HOST));
    assertThat(result.path("hosts").get(1).path("reached").asBoolean()).isTrue();
    assertThat(site.run("test-connectivity", "--yes", "--server", "DC02").exit()).isEqualTo(1);
  }

  @Test
  void aServerBehindAProxyReachesNothingUntilTheRingStatesIt() {
    site.site().lab().servers().onlyThrough("OWN01", PROXY);
    assertThat(site.run("test-connectivity", "--yes", "--server", "OWN01").exit()).isEqualTo(1);
    proxyInTheRing();
    JsonNode document = json("test-connectivity", "--yes", "--json", "--server", "OWN01");
    assertThat(document.path("format").asText()).isEqualTo("garrison.test-connectivity/1");
    assertThat(document.path("proxy").asText()).isEqualTo(PROXY);
    assertThat(document.path("hosts").size()).isEqualTo(3);
    JsonNode result = document.path("results").get(0);
    assertThat(result.path("said").asText())
        .isEqualTo("3 of 3 hosts reached through the proxy " + PROXY);
    assertThat(result.path("hosts").get(0).path("why").asText()).isEqualTo(ISSUER);
  }

  @Test
  void anotherProxyIsAnotherScriptToApprove() {
    String before =
        json("test-connectivity", "--json", "--server", "OWN01")
            .path("script")
            .path("guid")
            .asText();
    proxyInTheRing();
    assertThat(
            json("test-connectivity", "--json", "--server", "OWN01")
                .path("script")
                .path("guid")
                .asText())
        .isNotEqualTo(before);
  }

  @Test
  void aServerThatIsOffIsWaitedForAndTold() {
    site.site().lab().servers().turnOff("DC02");
    Printed printed = site.run("test-connectivity", "--yes", "--server", "DC02");
    assertThat(printed.err()).isEqualTo("DC02: offline.\n");
    assertThat(printed.exit()).isEqualTo(3);
  }

  @Test
  void anotherPersonApprovesItWhereTheSiteWantsThat() {
    site.site().lab().withScripts(library -> library.wantsAnotherApprover(true));
    Printed printed = site.run("test-connectivity", "--yes", "--server", "OWN01");
    assertThat(printed.err())
        .startsWith("error: The script \"Garrison connectivity test ")
        .contains(" is waiting for approval. [GAR-1027]");
    assertThat(printed.exit()).isEqualTo(3);
  }

  @Test
  void aServerIsTakenByTheFullNameThatTheSiteHasOfIt() {
    Printed printed = site.run("test-connectivity", "--yes", "--server", "own01.lab.example.com");
    assertThat(printed.err()).isEqualTo("OWN01: ran.\n");
    assertThat(printed.exit()).isZero();
  }

  @Test
  void serversThatCannotBeAskedAreRefused() {
    assertThat(site.run("test-connectivity", "--yes", "--server", "PRN01").err())
        .startsWith(
            "error: The status of PRN01 is no-client: Configuration Manager doesn't manage the server.");
    assertThat(site.writes()).isEmpty();
  }

  @Test
  void ofTheBlobNothingButItsHostsIsShownOrSent() {
    Printed printed = site.run("test-connectivity", "--yes", "--show-script", "--server", "OWN01");
    assertThat(printed.out())
        .contains("  | $Hosts = @('" + HOST + "', 'eu-v20.events", "  | $Proxy = ''\n")
        .doesNotContain("sha256sig", "geoLocationUrl", "orgId\":");
    assertThat(site.site().lab().requests().all())
        .noneMatch(request -> request.path().contains("geoLocationUrl"));
  }
}
