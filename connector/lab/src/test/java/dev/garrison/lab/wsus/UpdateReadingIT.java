package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class UpdateReadingIT {
  private static final String GUID = "http://microsoft.com/wsdl/types/#guid";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final int TITLE = 29;
  private final RawUpdateServer wsus = RawUpdateServer.start();

  @AfterEach
  void stop() {
    wsus.close();
  }

  @Test
  void anUpdateIsARowOfThirtySevenColumns() throws Exception {
    SoapReply reply = wsus.done("ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE);

    List<List<String>> rows = reply.rows("minimalProperties");
    assertThat(rows).hasSize(12).allSatisfy(row -> assertThat(row).hasSize(37));
    assertThat(rows.getFirst().get(TITLE))
        .isEqualTo(
            "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8560.25364.1036)");
    assertThat(reply.types("minimalProperties"))
        .startsWith(GUID, XSD + "int", XSD + "int", XSD + "int", XSD + "boolean");
    assertThat(rows.getFirst().get(17)).isEqualTo("2026-08-19T20:00:00");
    assertThat(reply.rows("kbArticles")).contains(List.of(rows.getFirst().get(2), "5005292"));
    assertThat(reply.rows("localizedCategoryTitleRows"))
        .contains(List.of(rows.getFirst().get(2), "Product", "Microsoft Defender for Endpoint"))
        .contains(List.of(rows.getFirst().get(2), "UpdateClassification", "Updates"));
  }

  @Test
  void supersedenceIsWhatThisServerKnows() throws Exception {
    SoapReply reply =
        wsus.done(
            "ExecuteSPGetUpdatesSupersededByUpdate",
            "<preferredCulture>en</preferredCulture>"
                + RawUpdateServer.key("id", wsus.update("10.8798"), 200));

    assertThat(reply.rows("minimalProperties")).hasSize(3);
    assertThat(reply.rows("minimalProperties"))
        .allSatisfy(row -> assertThat(row.get(34)).isEqualTo("true"));
  }

  @Test
  void anUnknownRevisionIsNotFound() throws Exception {
    SoapReply reply =
        wsus.call(
            "ExecuteSPGetUpdateById",
            "<preferredCulture>en</preferredCulture>"
                + RawUpdateServer.key("id", wsus.update("10.8798"), 199));

    assertThat(reply.exception("Message")).isEqualTo("The specified update cannot be found.");
  }

  @Test
  void theXmlOfAnUpdateIsAText() throws Exception {
    SoapReply reply =
        wsus.done(
            "ExecuteSPGetXmlForUpdate",
            "<updateId>%s</updateId><revisionNumber>200</revisionNumber>"
                .formatted(wsus.update("10.8798")));

    assertThat(reply.value("ExecuteSPGetXmlForUpdateResult"))
        .startsWith("<upd:Update xmlns:upd=\"http://schemas.microsoft.com/msus/2002/12/Update\"")
        .contains("<upd:KBArticleID>5005292</upd:KBArticleID>")
        .contains("IsCategory=\"true\"")
        .contains("<upd:Language>fr</upd:Language>")
        .contains("5005292 Ko");
  }

  @Test
  void aScopeWithCategoriesFindsTheProduct() throws Exception {
    String product =
        wsus.server()
            .look(state ->
                state.holdings().categories().stream()
                    .filter(kept ->
                        kept.category().texts().english().equals("Microsoft Defender for Endpoint"))
                    .findFirst()
                    .orElseThrow()
                    .category()
                    .id())
            .toString();
    SoapReply reply =
        wsus.done(
            "ExecuteSPGetUpdateCount",
            "<updateScopeXml>&lt;UpdateScope ApprovedStates=\"-1\" Categories=\""
                + "&amp;lt;root&amp;gt;&amp;lt;CategoryID&amp;gt;"
                + product
                + "&amp;lt;/CategoryID&amp;gt;&amp;lt;/root&amp;gt;\" /&gt;</updateScopeXml>"
                + "<preferredCulture>en</preferredCulture>"
                + "<publicationState>0</publicationState>");

    assertThat(reply.value("ExecuteSPGetUpdateCountResult")).isEqualTo("9");
  }

  @Test
  void aTitleComesInTheServersLanguageWhenTheAskedOneIsNotEnabled() throws Exception {
    RawUpdateServer german = wsus.other("wsus02");
    String scope = RawUpdateServer.ANY_UPDATE;

    assertThat(
            german
                .done("ExecuteSPSearchUpdates", scope.replace(">en<", ">fr<"))
                .rows("minimalProperties")
                .getFirst()
                .get(TITLE))
        .startsWith("Update für Microsoft Defender für Endpunkt");
    assertThat(
            german
                .done("ExecuteSPSearchUpdates", scope)
                .rows("minimalProperties")
                .getFirst()
                .get(TITLE))
        .startsWith("Update for Microsoft");
  }

  @Test
  void groupsAreATreeWithWellKnownIds() throws Exception {
    List<List<String>> rows =
        wsus.done("ExecuteSPGetAllTargetGroups", "").rows("ExecuteSPGetAllTargetGroupsResult");

    assertThat(rows).hasSize(7);
    assertThat(rows.getFirst())
        .containsExactly(
            "Computers", "All Computers", RawUpdateServer.ALL_COMPUTERS, "0", "0", "nil");
    assertThat(rows)
        .filteredOn(row -> row.get(1).equals("Pilot servers"))
        .singleElement()
        .satisfies(row -> assertThat(row.get(5)).isEqualTo(wsus.group("Servers")));
  }
}
