package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.lab.Credentials;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.lab.wsus.soap.WireStyle;
import dev.garrison.lab.wsus.work.Variant;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class QuirkIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  @Test
  void prefixesOfTypesAreAnything() throws Exception {
    for (WireStyle.Prefixes prefixes : WireStyle.Prefixes.values()) {
      wsus.server().quirks(quirks -> quirks.style(new WireStyle(prefixes, 0, false)));
      SoapReply reply = wsus.done("ExecuteSPGetAllTargetGroups", "");

      assertThat(reply.types("ExecuteSPGetAllTargetGroupsResult"))
          .startsWith(
              "http://www.w3.org/2001/XMLSchema#string",
              "http://www.w3.org/2001/XMLSchema#string",
              "http://microsoft.com/wsdl/types/#guid");
    }
  }

  @Test
  void aGermanServerOfTheNextReleaseHasMoreColumnsZonedTimesAndGermanNames() throws Exception {
    RawUpdateServer german = wsus.other("wsus02");
    List<List<String>> rows =
        german.done("ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE).rows("minimalProperties");

    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(39));
    assertThat(rows.getFirst().get(17)).endsWith("Z");
    assertThat(
            german
                .done("ExecuteSPGetAllTargetGroups", "")
                .rows("ExecuteSPGetAllTargetGroupsResult"))
        .extracting(row -> row.get(1))
        .startsWith("Alle Computer", "Nicht zugewiesene Computer");
    assertThat(
            german
                .call(
                    "ExecuteSPGetRevisions",
                    "<preferredCulture>en</preferredCulture><updateId>%s</updateId>"
                        .formatted(RawUpdateServer.ALL_COMPUTERS))
                .exception("Message"))
        .isEqualTo("Das angegebene Update wurde nicht gefunden.");
  }

  @Test
  void guidsOfUpdateXmlMayBeInUpperCase() throws Exception {
    wsus.server().quirks(quirks -> quirks.vary(Variant.UPPER_CASE_GUIDS));
    String update = wsus.update("10.8798");

    assertThat(
            wsus.done(
                    "ExecuteSPGetXmlForUpdate",
                    "<updateId>%s</updateId><revisionNumber>200</revisionNumber>".formatted(update))
                .text())
        .contains(update.toUpperCase(Locale.ROOT));
  }

  @Test
  void whereSslIsRequiredOrTheAccountIsInNoGroupTheAnswerIs403() throws Exception {
    wsus.server().quirks(quirks -> quirks.sslRequired(true));
    assertThat(wsus.call("GetServerVersion", "").status()).isEqualTo(403);
    wsus.server()
        .quirks(quirks -> {
          quirks.sslRequired(false);
          quirks.role(0);
        });
    assertThat(wsus.call("GetServerVersion", "").status()).isEqualTo(403);
  }

  @Test
  void whoAsksForXpressGetsIt() throws Exception {
    String envelope = RawUpdateServer.envelope(RawUpdateServer.element("GetServerVersion", ""));
    SoapReply packed =
        wsus.send(
            RawUpdateServer.post(wsus.server().service(), envelope)
                .header("Accept-Encoding", "xpress"));
    SoapReply plain =
        wsus.send(
            RawUpdateServer.post(wsus.server().service(), envelope)
                .header("Accept-Encoding", "identity"));

    assertThat(packed.encoding()).isEqualTo("xpress");
    assertThat(packed.text()).doesNotStartWith("<?xml");
    assertThat(plain.encoding()).isEmpty();
    assertThat(plain.value("GetServerVersionResult")).isEqualTo("10.0.20348.2849");
  }

  @Test
  void aServerMayFindNothingByCategories() throws Exception {
    String scope =
        RawUpdateServer.ANY_UPDATE.replace("/&gt;", "Categories=\"&amp;lt;root/&amp;gt;\" /&gt;");
    assertThat(wsus.done("ExecuteSPGetUpdateCount", scope).value("ExecuteSPGetUpdateCountResult"))
        .isNotEqualTo("0");

    wsus.server().quirks(quirks -> quirks.vary(Variant.FINDS_NOTHING_BY_CATEGORIES));

    assertThat(wsus.done("ExecuteSPGetUpdateCount", scope).value("ExecuteSPGetUpdateCountResult"))
        .isEqualTo("0");
  }

  @Test
  void aServerMayRefuseCategoriesInAScope() throws Exception {
    wsus.server().quirks(quirks -> quirks.vary(Variant.REFUSES_CATEGORIES));

    assertThat(
            wsus.call(
                    "ExecuteSPGetUpdateCount",
                    RawUpdateServer.ANY_UPDATE.replace(
                        "/&gt;", "Categories=\"&amp;lt;root/&amp;gt;\" /&gt;"))
                .faultString())
        .contains("System.Data.SqlClient.SqlException");
    wsus.done("ExecuteSPGetUpdateCount", RawUpdateServer.ANY_UPDATE);
  }

  @Test
  void aScopesMisspeltAttributeOrDateIsAViolation() throws Exception {
    assertThat(
            wsus.call(
                    "ExecuteSPGetUpdateCount",
                    RawUpdateServer.ANY_UPDATE.replace("ApprovedStates", "ApprovedState"))
                .faultString())
        .endsWith("UpdateScope has no attribute 'ApprovedState'");
    assertThat(
            wsus.call(
                    "ExecuteSPGetUpdateCount",
                    RawUpdateServer.ANY_UPDATE.replace(
                        "/&gt;", "FromArrivalDate=\"2026-01-01\" /&gt;"))
                .faultString())
        .endsWith("FromArrivalDate is '2026-01-01', not MM-dd-yyyy HH:mm:ss.fff");
    assertThat(wsus.server().calls().violations()).hasSize(2);
  }

  @Test
  void aLostAnswerHasItsEffectAndABusyPoolHasNone() throws Exception {
    String approval =
        RawUpdateServer.approval(wsus.update("10.8798"), 200, wsus.group("Pilot servers"));
    wsus.server().faults().status(RequestMatcher.of("*", "DeployUpdate1"), 503, 1);
    assertThat(wsus.call("ExecuteSPDeployUpdate1", approval).status()).isEqualTo(503);
    assertThat(wsus.server().dump()).doesNotContain("admin: garrison");

    wsus.server().faults().cutAfterWrite(1);
    wsus.done("GetServerVersion", "");
    assertThatThrownBy(() -> wsus.call("ExecuteSPDeployUpdate1", approval))
        .isInstanceOf(IOException.class);
    assertThat(wsus.server().dump()).contains("admin: garrison");
  }

  @Test
  void onlyTheAccountOfTheLabEnters() throws Exception {
    LabOptions options =
        new LabOptions(RawSite.START, Map.of(), Optional.of(new Credentials("svc", "secret")));
    try (Lab lab = Lab.start("wsus", options)) {
      URI service = lab.updateServers().named("wsus01").service();
      String envelope = RawUpdateServer.envelope(RawUpdateServer.element("GetServerVersion", ""));
      String account =
          Base64.getEncoder().encodeToString("svc:secret".getBytes(StandardCharsets.UTF_8));

      assertThat(wsus.send(RawUpdateServer.post(service, envelope)).status()).isEqualTo(401);
      assertThat(
              wsus.send(
                      RawUpdateServer.post(service, envelope)
                          .header("Authorization", "Basic " + account))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void howManyRequestsRanAtOnceIsKnown() throws Exception {
    wsus.done("GetServerVersion", "");
    wsus.done("GetServerVersion", "");
    assertThat(wsus.server().calls().mostAtOnce()).isEqualTo(1);
  }

  @Test
  void anAnswerMayEndInTheMiddle() {
    wsus.server().faults().truncateBody(RequestMatcher.of("GET", "SearchUpdates"));

    assertThatThrownBy(() -> wsus.call("ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE))
        .isInstanceOf(IOException.class);
  }
}
