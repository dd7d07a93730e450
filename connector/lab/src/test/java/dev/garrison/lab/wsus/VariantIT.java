package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.RevisionKey;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.work.Synchronisation;
import dev.garrison.lab.wsus.work.Variant;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What public sources leave open is on the wire as either of them says. */
@Tag("first")
final class VariantIT {
  private static final String NOBODY = MicrosoftClient.NOBODY;
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  private void vary(Variant... variants) {
    wsus.server().quirks(quirks -> quirks.vary(variants));
  }

  private List<List<String>> updates() throws Exception {
    return wsus.done("ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE)
        .rows("minimalProperties");
  }

  private SoapReply approvals() throws Exception {
    return wsus.done("ExecuteSPGetDeployments", RawUpdateServer.ANY_UPDATE);
  }

  private List<List<String>> below(Object parent) throws Exception {
    return wsus.done(
            "ExecuteSPGetAllDownstreamServers",
            "<parentServerId>%s</parentServerId><includeNestedChildren>false</includeNestedChildren>"
                .formatted(parent))
        .rows("ExecuteSPGetAllDownstreamServersResult");
  }

  private Element rule() throws Exception {
    SoapReply reply =
        wsus.done("GetAutomaticUpdateApprovalRules", "<preferredCulture>en</preferredCulture>");
    return SoapReply.children(reply.element("GetAutomaticUpdateApprovalRulesResult")).getFirst();
  }

  private static Element part(Element rule, String name) {
    return SoapReply.children(rule).stream()
        .filter(each -> each.getLocalName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theParentOfADirectChildIsZeroNobodyOrTheAskedServer() throws Exception {
    assertThat(below(NOBODY)).extracting(row -> row.get(3)).contains(NOBODY);
    vary(Variant.NOBODY_AS_PARENT);
    assertThat(below(NOBODY)).extracting(row -> row.get(3)).containsOnly("nil");
    vary(Variant.OWN_ID_AS_PARENT);
    assertThat(below(NOBODY))
        .extracting(row -> row.get(3))
        .containsOnly(wsus.server().id().toString());
  }

  @Test
  void itsOwnIdAndAnUnknownOneAreNotFoundOrAnswered() throws Exception {
    String unknown = new UUID(1, 2).toString();
    assertThat(
            wsus.call(
                    "ExecuteSPGetAllDownstreamServers",
                    "<parentServerId>%s</parentServerId><includeNestedChildren>true</includeNestedChildren>"
                        .formatted(wsus.server().id()))
                .status())
        .isEqualTo(500);
    vary(Variant.ANY_PARENT_ANSWERED);
    assertThat(below(wsus.server().id())).isEqualTo(below(NOBODY));
    assertThat(below(unknown)).isEmpty();
  }

  @Test
  void theParentOfATopGroupIsNothingOrZero() throws Exception {
    String all = "ExecuteSPGetAllTargetGroups";
    assertThat(wsus.done(all, "").rows(all + "Result").getFirst().get(5)).isEqualTo("nil");
    vary(Variant.ZERO_AS_TOP_PARENT);
    assertThat(wsus.done(all, "").rows(all + "Result").getFirst().get(5)).isEqualTo(NOBODY);
  }

  @Test
  void theActionOfARuleIsZeroOrThree() throws Exception {
    assertThat(part(part(rule(), "RuleRow"), "Action").getTextContent()).isEqualTo("0");
    vary(Variant.RULE_ACTION_THREE);
    assertThat(part(part(rule(), "RuleRow"), "Action").getTextContent()).isEqualTo("3");
  }

  @Test
  void aGroupOfARuleHasSixColumnsOrFour() throws Exception {
    assertThat(SoapReply.rows(part(rule(), "TargetGroupTableRows")).getFirst())
        .hasSize(6)
        .containsSubsequence("Computers", "All Computers", RawUpdateServer.ALL_COMPUTERS);
    vary(Variant.RULE_GROUPS_OF_4_COLUMNS);
    assertThat(SoapReply.rows(part(rule(), "TargetGroupTableRows")).getFirst())
        .hasSize(4)
        .startsWith("All Computers");
  }

  @Test
  void anUpdateHas37ColumnsOr38Or33() throws Exception {
    assertThat(updates()).allSatisfy(row -> assertThat(row).hasSize(37));
    vary(Variant.EFFECTIVE_ARRIVAL_TIME);
    assertThat(updates())
        .allSatisfy(row -> assertThat(row).hasSize(38).last().isEqualTo(row.get(25)));
    vary(Variant.UPDATES_OF_33_COLUMNS);
    assertThat(updates())
        .allSatisfy(row -> {
          assertThat(row).hasSize(33);
          assertThat(row.get(14)).isEqualTo("Software");
          assertThat(row.get(18)).isEqualTo(NOBODY);
          assertThat(row.get(31)).isEqualTo(row.get(23));
        });
  }

  @Test
  void aSeverityIsAWordOrANumber() throws Exception {
    assertThat(updates()).extracting(row -> row.get(28)).contains("Unspecified");
    vary(Variant.SEVERITY_AS_NUMBER);
    assertThat(updates()).extracting(row -> row.get(28)).isSubsetOf("0", "1", "2", "3", "4");
  }

  @Test
  void noTermsAreZeroOrNothing() throws Exception {
    assertThat(updates()).extracting(row -> row.get(20)).contains(NOBODY).doesNotContain("nil");
    vary(Variant.NO_EULA_AS_NIL);
    assertThat(updates()).extracting(row -> row.get(20)).contains("nil").doesNotContain(NOBODY);
  }

  @Test
  void cellsHaveTheirOwnTypesOrAreTextsOrSayNothing() throws Exception {
    String list = "ExecuteSPGetDeploymentsResult";
    String text = "http://www.w3.org/2001/XMLSchema#string";
    String guid = "http://microsoft.com/wsdl/types/#guid";
    assertThat(approvals().types(list)).element(6).isEqualTo(guid);
    vary(Variant.APPROVAL_CELLS_AS_TEXT);
    assertThat(approvals().types(list)).element(6).isEqualTo(text);
    assertThat(approvals().types(list)).element(2).isNotEqualTo(text);
    vary(Variant.ALL_CELLS_AS_TEXT);
    assertThat(approvals().types(list)).containsOnly(text);
  }

  @Test
  void noDeadlineEndsWithThreeDigitsOrSeven() throws Exception {
    String list = "ExecuteSPGetDeploymentsResult";
    assertThat(approvals().rows(list))
        .extracting(row -> row.get(4))
        .contains("9999-12-31T23:59:59.997");
    vary(Variant.DEADLINE_WITH_7_DIGITS);
    assertThat(approvals().rows(list))
        .extracting(row -> row.get(4))
        .contains(MicrosoftClient.END)
        .doesNotContain("9999-12-31T23:59:59.997");
  }

  @Test
  void theXmlOfAMissingUpdateIsAFaultOrNothing() throws Exception {
    String missing = "<updateId>%s</updateId><revisionNumber>1</revisionNumber>".formatted(NOBODY);
    assertThat(wsus.call("ExecuteSPGetXmlForUpdate", missing).status()).isEqualTo(500);
    vary(Variant.NO_XML_AS_NIL);
    assertThat(
            wsus.done("ExecuteSPGetXmlForUpdate", missing)
                .element("ExecuteSPGetXmlForUpdateResult")
                .getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil"))
        .isEqualTo("true");
  }

  @Test
  void aComputerHas32ColumnsOr28() throws Exception {
    String all = "ExecuteSPGetAllComputers";
    assertThat(SoapReply.rows(firstSet(all))).allSatisfy(row -> assertThat(row).hasSize(32));
    vary(Variant.COMPUTERS_OF_28_COLUMNS);
    assertThat(SoapReply.rows(firstSet(all))).allSatisfy(row -> assertThat(row).hasSize(28));
  }

  private Element firstSet(String operation) throws Exception {
    return SoapReply.children(wsus.done(operation, "").element(operation + "Result")).getFirst();
  }

  @Test
  void belowAnotherServerASubscriptionIsRefusedOrIgnored() throws Exception {
    RawUpdateServer below = wsus.other("wsus02");
    String subscription =
        "<subscription><synchronizeAutomaticallyTimeOfDay>1</synchronizeAutomaticallyTimeOfDay>"
            + "<LastModifiedTime>2026-11-24T20:00:00</LastModifiedTime>"
            + "<LastSynchronizationTime>2026-11-24T20:00:00</LastSynchronizationTime>"
            + "<SynchronizeAutomatically>false</SynchronizeAutomatically>"
            + "<NumberOfSynchronizationsPerDay>7</NumberOfSynchronizationsPerDay>"
            + "<IsCategoryOnly>false</IsCategoryOnly></subscription>"
            + "<categoryIds/><updateClassificationIds/><userName>LAB\\kim</userName>";
    assertThat(below.call("SetSubscription", subscription).status()).isEqualTo(500);
    below.server().quirks(quirks -> quirks.vary(Variant.IGNORES_SUBSCRIPTION));
    below.done("SetSubscription", subscription);
    int perDay = below.server().look(state -> state.subscription().perDay());
    assertThat(perDay).isNotEqualTo(7);
  }

  @Test
  void aCancelledSynchronisationLeaves387Or385() throws Exception {
    wsus.server().inConsole(all -> all.synchronisation().next(Synchronisation.Ending.CANCELLED));
    wsus.done("StartSubscriptionManually", "");
    wsus.pass(Duration.ofMinutes(3));
    assertThat(events()).contains("387").doesNotContain("385");
    vary(Variant.CANCELLED_AS_385);
    assertThat(events()).contains("385").doesNotContain("387");
  }

  private List<String> events() throws Exception {
    StringBuilder times = new StringBuilder();
    for (List<String> sides : List.of(List.of("from", "to"), List.of("From", "To"))) {
      for (String at : List.of("Target", "Server")) {
        sides.forEach(side -> times.append(time(side, at)));
      }
    }
    SoapReply reply =
        wsus.done(
            "ExecuteSPSearchEventHistory",
            "<eventHistoryFilter>" + times + "</eventHistoryFilter>");
    return SoapReply.children(reply.element("ExecuteSPSearchEventHistoryResult")).stream()
        .map(row -> part(row, "EventId").getTextContent())
        .toList();
  }

  private static String time(String side, String at) {
    String name = side + "TimeAt" + at;
    String value =
        side.equalsIgnoreCase("from") ? "1753-01-01T00:00:00" : "9999-12-31T23:59:59.997";
    return "<%s>%s</%s>".formatted(name, value, name);
  }

  @Test
  void revisionZeroIsTheLatestOrNotFound() throws Exception {
    String latest =
        "<preferredCulture>en</preferredCulture>"
            + MicrosoftClient.revision("id", wsus.update("10.8735"), 0);
    wsus.done("ExecuteSPGetUpdateById", latest);
    vary(Variant.NO_REVISION_ZERO);
    assertThat(wsus.call("ExecuteSPGetUpdateById", latest).exception("Type"))
        .isEqualTo("Microsoft.UpdateServices.Administration.WsusObjectNotFoundException");
  }

  @Test
  void anAccountWithoutARoleIsShutOutOrToldSo() throws Exception {
    wsus.server().quirks(quirks -> quirks.role(0));
    assertThat(wsus.call("GetCurrentUserRole", "").status()).isEqualTo(403);
    vary(Variant.ROLE_ZERO_ANSWERED);
    assertThat(wsus.done("GetCurrentUserRole", "").value("GetCurrentUserRoleResult"))
        .isEqualTo("0");
    wsus.done("ExecuteSPGetAllTargetGroups", "");
    assertThat(wsus.call("GetSubscription", "").faultString())
        .contains("System.Security.SecurityException");
  }

  @Test
  void allApprovalsOfAnUpdateAreListedOrThoseOfItsLatestRevisionOrNone() throws Exception {
    String list = "ExecuteSPGetDeploymentsResult";
    wsus.server()
        .inConsole(all ->
            all.state()
                .approvals()
                .add(
                    new Approval(
                        new UUID(1, 2),
                        new RevisionKey(UUID.fromString(wsus.update("10.8735")), 100),
                        UUID.fromString(RawUpdateServer.ALL_COMPUTERS),
                        Approval.BLOCK,
                        all.state().now(),
                        Approval.NO_DEADLINE,
                        "LAB\\kim",
                        true)));
    assertThat(approvals().rows(list)).anyMatch(row -> row.get(9).equals("100"));
    assertThat(approvals().rows(list)).extracting(row -> row.get(2)).contains("2", "3");
    vary(Variant.LATEST_APPROVALS_ONLY);
    assertThat(approvals().rows(list)).isNotEmpty().noneMatch(row -> row.get(9).equals("100"));
    vary(Variant.APPROVALS_NOT_LISTED);
    assertThat(approvals().rows(list)).isEmpty();
  }

  @Test
  void rowsMayDenyTheApprovalsThatAreListed() throws Exception {
    wsus.done(
        "ExecuteSPDeployUpdate1",
        RawUpdateServer.approval(wsus.update("10.8735"), 200, wsus.group("Pilot servers")));
    assertThat(updates()).extracting(row -> row.get(18)).contains("true");
    vary(Variant.NEVER_DEPLOYED);
    assertThat(updates()).extracting(row -> row.get(18)).containsOnly("false");
  }

  @Test
  void theDescriptionIsXmlOrAnErrorInHtml() throws Exception {
    assertThat(description().statusCode()).isEqualTo(200);
    vary(Variant.NO_DESCRIPTION);
    assertThat(description().statusCode()).isEqualTo(500);
    assertThat(description().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/html");
  }

  private HttpResponse<String> description() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(wsus.server().service() + "?WSDL")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
