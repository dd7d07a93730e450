package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.Categories;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@Tag("first")
final class SubscriptionIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  private static String ids(String name, List<UUID> ids) {
    StringBuilder text = new StringBuilder("<" + name + ">");
    ids.forEach(id -> text.append("<guid>").append(id).append("</guid>"));
    return text.append("</").append(name).append(">").toString();
  }

  private static String saving(RawUpdateServer server, String lists) throws Exception {
    Element row = server.done("GetSubscription", "").element("GetSubscriptionResult");
    StringBuilder same = new StringBuilder();
    for (Element field : SoapReply.children(row)) {
      same.append(
          "<%s>%s</%s>"
              .formatted(field.getLocalName(), field.getTextContent(), field.getLocalName()));
    }
    return "<subscription>" + same + "</subscription>" + lists + "<userName>garrison</userName>";
  }

  private static String lists(UUID... products) {
    return ids("categoryIds", List.of(products))
        + ids("updateClassificationIds", List.of(Categories.UPDATES));
  }

  private List<List<String>> products() throws Exception {
    return wsus.done(
            "GetSubscriptionCategories",
            "<preferredCulture>en</preferredCulture>"
                + "<retrieveUpdateClassifications>false</retrieveUpdateClassifications>")
        .rows("GetSubscriptionCategoriesResult");
  }

  @Test
  void savingReplacesBothLists() throws Exception {
    assertThat(products()).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(12));

    wsus.done("SetSubscription", saving(wsus, lists(Categories.DEFENDER_FOR_ENDPOINT)));

    assertThat(products())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(2)).isEqualTo("Product");
          assertThat(row.get(7)).isEqualTo("Microsoft Defender for Endpoint");
        });
    assertThat(wsus.done("GetSubscription", "").value("LastModifiedBy")).isEqualTo("garrison");
  }

  @Test
  void aSecondSaveRightAfterTheFirstIsRefused() throws Exception {
    wsus.done("SetSubscription", saving(wsus, lists(Categories.DEFENDER_FOR_ENDPOINT)));

    assertThat(
            wsus.call("SetSubscription", saving(wsus, lists(Categories.SERVER_2016)))
                .exception("Message"))
        .isEqualTo(
            "Cannot save configuration because the server is still processing a previous"
                + " configuration change.");
    wsus.pass(Duration.ofSeconds(6));
    wsus.done("SetSubscription", saving(wsus, lists(Categories.SERVER_2016)));
  }

  @Test
  void savingWhileASynchronisationRunsIsRefused() throws Exception {
    wsus.done("StartSubscriptionManually", "");

    assertThat(
            wsus.call("SetSubscription", saving(wsus, lists(Categories.SERVER_2016)))
                .exception("Message"))
        .isEqualTo(
            "Cannot save configuration because the server subscription is currently running.");
  }

  @Test
  void aServerBelowAnotherSetsNoCategories() throws Exception {
    RawUpdateServer below = wsus.other("wsus02");
    below.server().quirks(quirks -> quirks.role(2));

    SoapReply reply =
        below.call("SetSubscription", saving(below, lists(Categories.DEFENDER_FOR_ENDPOINT)));

    assertThat(reply.exception("Type")).isEqualTo("System.InvalidOperationException");
    assertThat(reply.exception("Message")).startsWith("Updateklassifizierungen oder -kategorien");
    assertThat(below.done("GetSubscription", "").value("LastModifiedBy"))
        .isEqualTo("LAB\\Administrator");
  }

  @Test
  void anUnknownCategoryOrAMissingListIsRefused() throws Exception {
    assertThat(
            wsus.call("SetSubscription", saving(wsus, lists(new UUID(1, 1)))).exception("Message"))
        .isEqualTo("The specified item could not be found in the database.");
    assertThat(wsus.call("SetSubscription", saving(wsus, "")).exception("Type"))
        .isEqualTo("System.ArgumentNullException");
  }

  @Test
  void theConfigurationHasItsFieldsInTheContractsOrder() throws Exception {
    SoapReply reply = wsus.other("wsus03").done("ExecuteSPGetConfiguration", "");
    List<String> names =
        SoapReply.children(reply.element("Configuration")).stream()
            .map(Element::getLocalName)
            .toList();

    assertThat(names).startsWith("maxDeltaSyncPeriod").endsWith("DetectConfigChange");
    assertThat(reply.value("ReplicaMode")).isEqualTo("true");
    assertThat(reply.value("SyncToMU")).isEqualTo("false");
    assertThat(reply.value("UpstreamServerName")).isEqualTo("wsus01.lab.example");
    assertThat(reply.value("OobeInitialized")).isEqualTo("true");
  }

  @Test
  void downstreamServersAreListed() throws Exception {
    List<List<String>> rows =
        wsus.done(
                "ExecuteSPGetAllDownstreamServers",
                "<parentServerId>%s</parentServerId>".formatted(MicrosoftClient.NOBODY)
                    + "<includeNestedChildren>true</includeNestedChildren>")
            .rows("ExecuteSPGetAllDownstreamServersResult");

    assertThat(rows)
        .extracting(row -> row.get(0))
        .containsExactly("wsus02.lab.example", "wsus03.lab.example");
    assertThat(rows).extracting(row -> row.get(6)).containsExactly("false", "true");
  }

  @Test
  void aServersOwnIdIsNotAmongThoseBelowIt() throws Exception {
    SoapReply reply =
        wsus.call(
            "ExecuteSPGetAllDownstreamServers",
            "<parentServerId>%s</parentServerId>".formatted(wsus.server().id())
                + "<includeNestedChildren>true</includeNestedChildren>");

    assertThat(reply.exception("Type"))
        .isEqualTo("Microsoft.UpdateServices.Administration.WsusObjectNotFoundException");
  }

  @Test
  void aSoftwareUpdatePointHasNoScheduleAndWasChangedByTheSiteServer() throws Exception {
    SoapReply reply = wsus.other("sup01").done("GetSubscription", "");

    assertThat(reply.value("SynchronizeAutomatically")).isEqualTo("false");
    assertThat(reply.value("LastModifiedBy")).isEqualTo("LAB\\PS1$");
  }

  @Test
  void pingAnswersInANamespaceOfItsOwn() throws Exception {
    SoapReply reply = wsus.done("Ping", "<pingLevel>1</pingLevel>");

    assertThat(reply.element("SuccessFlag").getNamespaceURI())
        .isEqualTo("http://www.microsoft.com/SoftwareDistribution/Server/IMonitorable");
    assertThat(reply.value("SuccessFlag")).isEqualTo("true");
  }
}
