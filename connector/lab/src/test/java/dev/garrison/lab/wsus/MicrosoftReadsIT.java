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

/** Microsoft's own administration client reads every row of the lab. */
@Tag("first")
final class MicrosoftReadsIT {
  private static final String UPDATE =
      "guid int int int boolean boolean int int boolean boolean boolean int int boolean boolean"
          + " string int dateTime boolean unsignedByte guid boolean boolean boolean boolean"
          + " dateTime boolean string string string string string boolean boolean boolean boolean"
          + " int";
  private static final String CATEGORY =
      "- guid string boolean boolean - int string string string dateTime int";
  private static final String GROUP = "string string guid - - guid";
  private static final String COMPUTER =
      "string dateTime dateTime string string int int int int int string string string string"
          + " string dateTime string string dateTime guid int short unsignedByte int int string"
          + " string string";
  private static final String STATUS = "guid string int int guid";
  private static final String SUMMARY = "guid guid string int int dateTime";
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final MicrosoftClient microsoft = new MicrosoftClient(wsus);
  private final String update = wsus.update("10.8735");

  @AfterEach
  void nothingWasAViolationOfTheContract() {
    assertThat(wsus.server().calls().violations()).isEmpty();
    microsoft.close();
    wsus.close();
  }

  private static String culture(boolean classifications) {
    return "<preferredCulture>en</preferredCulture>"
        + "<retrieveUpdateClassifications>%s</retrieveUpdateClassifications>"
            .formatted(classifications);
  }

  private static void everyListOfUpdates(SoapReply reply) {
    MicrosoftClient.cast(MicrosoftClient.rows(reply, "minimalProperties"), UPDATE);
    MicrosoftClient.cast(
        MicrosoftClient.rows(reply, "localizedCategoryTitleRows"), "int string string");
    MicrosoftClient.cast(MicrosoftClient.rows(reply, "kbArticles"), "int string");
    MicrosoftClient.cast(MicrosoftClient.rows(reply, "infoUrls"), "int string");
  }

  private List<String> values(Element row) {
    return SoapReply.row(row);
  }

  @Test
  void updates() throws Exception {
    SoapReply reply =
        microsoft.call("ExecuteSPSearchUpdates", MicrosoftClient.search(MicrosoftClient.updates()));

    everyListOfUpdates(reply);
    assertThat(reply.rows("minimalProperties"))
        .hasSizeGreaterThan(10)
        .extracting(row -> row.get(15))
        .containsOnly("Software");
    assertThat(reply.rows("minimalProperties"))
        .extracting(row -> row.get(28))
        .contains("Unspecified")
        .isSubsetOf("Unspecified", "Low", "Moderate", "Important", "Critical");
  }

  @Test
  void updatesOfAProductAndAClassificationWhoseTextIsAnywhere() throws Exception {
    String scope =
        MicrosoftClient.updates(
            -1,
            -1,
            " TextIncludes=\"%10.8735%\"",
            MicrosoftClient.ids("Categories", Categories.DEFENDER_FOR_ENDPOINT.toString())
                + MicrosoftClient.ids("Classifications", Categories.UPDATES.toString()));

    SoapReply reply = microsoft.call("ExecuteSPSearchUpdates", MicrosoftClient.search(scope));

    assertThat(reply.rows("minimalProperties"))
        .isNotEmpty()
        .allMatch(row -> row.get(29).contains("10.8735"));
    assertThat(
            microsoft
                .call("ExecuteSPGetUpdateCount", MicrosoftClient.search(scope))
                .value("ExecuteSPGetUpdateCountResult"))
        .isEqualTo(Integer.toString(reply.rows("minimalProperties").size()));
  }

  @Test
  void theLatestRevisionOfAnUpdateAsRevisionZero() throws Exception {
    SoapReply reply =
        microsoft.call(
            "ExecuteSPGetUpdateById",
            "<preferredCulture>en</preferredCulture>" + MicrosoftClient.revision("id", update, 0));

    everyListOfUpdates(reply);
    assertThat(reply.rows("minimalProperties"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(0)).isEqualTo(update);
          assertThat(row.get(1)).isEqualTo("200");
          assertThat(row.get(24)).isEqualTo("true");
        });
  }

  @Test
  void categoriesFromTheBeginningToTheEndOfDotNetsTime() throws Exception {
    for (boolean classifications : new boolean[] {false, true}) {
      SoapReply reply =
          microsoft.call(
              "ExecuteSPGetCategories",
              culture(classifications)
                  + "<fromSyncDate>%s</fromSyncDate><toSyncDate>%s</toSyncDate>"
                      .formatted(MicrosoftClient.BEGINNING, MicrosoftClient.END));
      MicrosoftClient.cast(MicrosoftClient.rows(reply, "ExecuteSPGetCategoriesResult"), CATEGORY);
      MicrosoftClient.cast(
          MicrosoftClient.rows(
              microsoft.call("GetSubscriptionCategories", culture(classifications)),
              "GetSubscriptionCategoriesResult"),
          CATEGORY);
    }
  }

  @Test
  void groups() throws Exception {
    SoapReply reply = microsoft.call("ExecuteSPGetAllTargetGroups", "");

    MicrosoftClient.cast(MicrosoftClient.rows(reply, "ExecuteSPGetAllTargetGroupsResult"), GROUP);
  }

  @Test
  void computersOfAScopeAndAllComputers() throws Exception {
    wsus.server().inConsole(all -> all.reporting().reportAll());
    SoapReply scoped = microsoft.call("ExecuteSPSearchComputers", MicrosoftClient.COMPUTERS);
    SoapReply all = microsoft.call("ExecuteSPGetAllComputers", "");

    for (Element result :
        List.of(
            scoped.element("ExecuteSPSearchComputersResult"),
            all.element("ExecuteSPGetAllComputersResult"))) {
      List<Element> sets = SoapReply.children(result);
      assertThat(sets).hasSize(3);
      assertThat(MicrosoftClient.cast(SoapReply.children(sets.get(0)), COMPUTER))
          .hasSize(wsus.server().look(state -> state.computers().size()));
      MicrosoftClient.cast(SoapReply.children(sets.get(1)), "string string");
      MicrosoftClient.cast(SoapReply.children(sets.get(2)), "string guid");
    }
  }

  @Test
  void aScopeOfAllTimesMeansComputersThatNeverReportedToo() throws Exception {
    SoapReply reply = microsoft.call("ExecuteSPGetComputerCount", MicrosoftClient.COMPUTERS);

    assertThat(reply.value("ExecuteSPGetComputerCountResult"))
        .isEqualTo(Integer.toString(wsus.server().look(state -> state.computers().size())));
  }

  @Test
  void whatComputersReported() throws Exception {
    String question = "<updateId>%s</updateId>".formatted(update);
    MicrosoftClient.cast(
        MicrosoftClient.rows(
            microsoft.call(
                "ExecuteSPGetUpdateInstallationInfoForUpdate",
                question + MicrosoftClient.COMPUTERS),
            "ExecuteSPGetUpdateInstallationInfoForUpdateResult"),
        STATUS);
    MicrosoftClient.cast(
        MicrosoftClient.rows(
            microsoft.call(
                "ExecuteSPGetTargetGroupSummariesForUpdate",
                question + "<includeSubgroups>false</includeSubgroups>"),
            "ExecuteSPGetTargetGroupSummariesForUpdateResult"),
        SUMMARY);
    MicrosoftClient.cast(
        MicrosoftClient.rows(
            microsoft.call(
                "ExecuteSPGetSummariesPerUpdate_SingleUpdate",
                question + MicrosoftClient.COMPUTERS),
            "ExecuteSPGetSummariesPerUpdate_SingleUpdateResult"),
        SUMMARY);
  }

  @Test
  void installableItemsWithFilesAndLanguages() throws Exception {
    SoapReply reply =
        microsoft.call("ExecuteSPGetInstallableItems", MicrosoftClient.revision("id", update, 200));

    List<Element> sets = SoapReply.children(reply.element("ExecuteSPGetInstallableItemsResult"));
    MicrosoftClient.cast(SoapReply.children(sets.get(0)), "guid int int");
    MicrosoftClient.cast(SoapReply.children(sets.get(1)), "int string");
    MicrosoftClient.cast(
        SoapReply.children(sets.get(2)),
        "int string dateTime boolean string long unsignedByte boolean base64Binary");
  }

  @Test
  void approvals() throws Exception {
    SoapReply reply =
        microsoft.call(
            "ExecuteSPGetDeployments", MicrosoftClient.search(MicrosoftClient.updates()));

    MicrosoftClient.cast(
        MicrosoftClient.rows(reply, "ExecuteSPGetDeploymentsResult"),
        "dateTime unsignedByte int dateTime dateTime string guid boolean guid int guid");
  }

  @Test
  void progressOfASynchronisationAndOfDownloads() throws Exception {
    wsus.done("StartSubscriptionManually", "");
    wsus.pass(Duration.ofSeconds(80));
    SoapReply progress = microsoft.call("GetServerSyncProgress", "");

    Element row =
        MicrosoftClient.cast(
                MicrosoftClient.rows(progress, "GetServerSyncProgressResult"), "int int int")
            .getFirst();
    assertThat(values(row)).as("total, processed, phase").containsExactly("4", "2", "1");
    SoapReply content = microsoft.call("ExecuteSPGetContentDownloadProgress", "");
    MicrosoftClient.cast(
        List.of(content.element("ExecuteSPGetContentDownloadProgressResult")), "long long");
  }

  @Test
  void anAcceptanceOfLicenceTerms() throws Exception {
    String eula = "11111111-2222-4333-8444-555555555555";
    wsus.server()
        .inConsole(all -> all.state().holdings().acceptedEulas().add(UUID.fromString(eula)));

    SoapReply reply = microsoft.call("ExecuteSPGetEulaAcceptances", "<id>%s</id>".formatted(eula));

    MicrosoftClient.cast(
        List.of(reply.element("ExecuteSPGetEulaAcceptancesResult")), "guid dateTime string");
  }
}
