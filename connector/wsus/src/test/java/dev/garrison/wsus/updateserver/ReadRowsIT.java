package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows as a server writes them. */
@Tag("first")
final class ReadRowsIT {
  private static final UUID ASKED = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");
  private static final String TYPES =
      " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:q=\"http://microsoft.com/wsdl/types/\"";

  private final SoapWire wire = new SoapWire();
  private final SoapUpdateServer service = wire.service();

  @AfterEach
  void close() {
    wire.close();
  }

  private static String cell(String type, String text) {
    return type.equals("nil")
        ? "<anyType xsi:nil=\"true\"/>"
        : "<anyType xsi:type=\"%s\">%s</anyType>".formatted(type, text);
  }

  private void answerRows(String operation, String... rows) {
    StringBuilder all = new StringBuilder();
    for (String row : rows) {
      all.append("<GenericReadableRow><Values>%s</Values></GenericReadableRow>".formatted(row));
    }
    wire.answer(
        SoapWire.result(
            operation, "<%1$sResult%2$s>%3$s</%1$sResult>".formatted(operation, TYPES, all)));
  }

  private static String below(String parent) {
    return cell("xsd:string", "wsus02.contoso.example")
        + cell("q:guid", "0a1b2c3d-0000-4000-8000-000000000002")
        + cell("nil", "")
        + parent
        + cell("nil", "")
        + cell("xsd:string", "10.0.20348.1")
        + cell("xsd:boolean", "false");
  }

  @ParameterizedTest
  @CsvSource({
    "nil, ''",
    "q:guid, 00000000-0000-0000-0000-000000000000",
    "q:guid, 0a1b2c3d-0000-4000-8000-00000000000f"
  })
  void whoSynchronisesFromTheAskedServerHasItForParent(String type, String parent) {
    answerRows("ExecuteSPGetAllDownstreamServers", below(cell(type, parent)));

    assertThat(service.downstreamServers(ASKED))
        .extracting(DownstreamServer::parent)
        .containsExactly(ASKED);
  }

  private static String category(String id) {
    return cell("xsd:int", "1")
        + cell("q:guid", id)
        + cell("xsd:string", "Product")
        + cell("nil", "").repeat(4)
        + cell("xsd:string", "A product")
        + cell("nil", "").repeat(4);
  }

  @Test
  void aCategoryThatCannotBeUnderstoodIsLeftOutAndTheOthersAreRead() {
    answerRows("ExecuteSPGetCategories", category(ASKED.toString()), category("none"));

    assertThat(service.categories(false)).extracting(each -> each.id()).containsExactly(ASKED);
    assertThat(service.rows().leftOut())
        .containsExactly(
            "category: column 1 of 12, category_id, is an unreadable guid, not a GUID");
  }

  @Test
  void theTypesOfAllColumnsAreKeptThoseOfUnknownOnesToo() {
    answerRows(
        "ExecuteSPGetCategories",
        category(ASKED.toString()) + cell("xsd:short", "3"),
        category(ASKED.toString()).replace("xsd:int", "xsd:string"));
    service.categories(false);

    assertThat(service.rows().types())
        .containsEntry(
            "category", "int|string guid string nil nil nil nil string nil nil nil nil short");
  }

  @Test
  void whereNoCategoryCanBeUnderstoodTheAnswerIsRefused() {
    answerRows("ExecuteSPGetCategories", category("none"), category("none"));

    assertThatThrownBy(() -> service.categories(false))
        .isInstanceOf(UpdateServerException.class)
        .hasMessageContaining("column 1 of 12, category_id, is an unreadable guid, not a GUID");
  }

  @Test
  void anApprovalThatCannotBeUnderstoodLeavesNothingKnown() {
    String approval = cell("xsd:dateTime", "2026-11-24T20:00:00") + cell("xsd:int", "1").repeat(10);
    answerRows("ExecuteSPGetDeploymentsByUpdate1", approval);

    assertThatThrownBy(() -> service.approvals(new UpdateIdentity(ASKED, 200)))
        .isInstanceOf(UpdateServerException.class)
        .hasMessageContaining("is a whole number, not a GUID");
  }

  private static String group(String id, String parent) {
    return cell("xsd:string", "Computers")
        + cell("xsd:string", "A group")
        + cell("q:guid", id)
        + cell("nil", "").repeat(2)
        + cell("q:guid", parent);
  }

  @Test
  void aGroupWhoseParentIsZerosIsATopGroup() {
    String top = "a0a08746-4dbe-4a37-9adf-9e7652c0b421";
    answerRows(
        "ExecuteSPGetAllTargetGroups",
        group(top, "00000000-0000-0000-0000-000000000000"),
        group(ASKED.toString(), top));

    assertThat(service.groups())
        .extracting(TargetGroup::parent)
        .containsExactly(Optional.empty(), Optional.of(UUID.fromString(top)));
  }

  private String sentBack(String optional) {
    wire.answer(
        SoapWire.result(
            "GetSubscription",
            """
            <GetSubscriptionResult>
            <synchronizeAutomaticallyTimeOfDay>10800</synchronizeAutomaticallyTimeOfDay>
            <LastModifiedTime>2026-11-24T20:00:00</LastModifiedTime>
            <LastSynchronizationTime>2026-11-24T20:00:00</LastSynchronizationTime>
            <SynchronizeAutomatically>true</SynchronizeAutomatically>%s
            <NumberOfSynchronizationsPerDay>1</NumberOfSynchronizationsPerDay>
            <IsCategoryOnly>false</IsCategoryOnly></GetSubscriptionResult>
            """
                .formatted(optional)));
    Subscription subscription = service.subscription();
    wire.answer(SoapWire.result("SetSubscription", ""));
    service.subscribe(subscription, List.of(ASKED), List.of(ASKED), "Garrison");
    return wire.server.getAllServeEvents().getFirst().getRequest().getBodyAsString();
  }

  @Test
  void aSubscriptionGoesBackWithoutWhatTheServerLeftOut() {
    assertThat(sentBack("")).doesNotContain("Anchor", "LastModifiedBy");
  }

  @Test
  void aSubscriptionGoesBackWithWhatTheServerSentEmptyTextsToo() {
    assertThat(sentBack("<Anchor>7,2026</Anchor><DeploymentAnchor/>"))
        .contains("<Anchor>7,2026</Anchor><DeploymentAnchor/>")
        .doesNotContain("LastModifiedBy");
  }

  @Test
  void theAskedServerIsNamedByZerosAndNotByItsId() {
    answerRows("ExecuteSPGetAllDownstreamServers");

    assertThat(service.downstreamServers(ASKED)).isEmpty();
    assertThat(wire.server.getAllServeEvents().getFirst().getRequest().getBodyAsString())
        .contains("<parentServerId>00000000-0000-0000-0000-000000000000</parentServerId>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<string>Administrator=LAB\\jdoe</string><string>Reason=WebException: cut</string>",
        "<string>WebException: cut\n at System.Net</string>",
        "<string/><string>Reason=\nWebException: cut</string>"
      })
  void aFailedSynchronisationsReasonIsWhatNeitherAKeyNorAnAdministratorIs(String strings) {
    wire.answer(
        SoapWire.result(
            "ExecuteSPSearchEventHistory",
            """
            <ExecuteSPSearchEventHistoryResult><EventHistoryTableRow>
            <EventInstanceId>0a1b2c3d-0000-4000-8000-000000000001</EventInstanceId>
            <EventId>386</EventId><TimeAtServer>2026-11-24T20:00:00</TimeAtServer>
            <ReplacementStrings>%s</ReplacementStrings>
            </EventHistoryTableRow></ExecuteSPSearchEventHistoryResult>
            """
                .formatted(strings)));

    assertThat(service.syncEndings(Instant.parse("2026-11-24T19:00:00Z")))
        .extracting(event -> event.reason().orElse("none"))
        .containsExactly("WebException: cut");
  }
}
