package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Microsoft's own administration client reads what its console shows on its first page. */
@Tag("first")
final class MicrosoftReportsIT {
  private static final String SUMMARY = "guid guid string int int dateTime";
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final MicrosoftClient microsoft = new MicrosoftClient(wsus);

  @AfterEach
  void nothingWasAViolationOfTheContract() {
    assertThat(wsus.server().calls().violations()).isEmpty();
    microsoft.close();
    wsus.close();
  }

  @Test
  void itsStatus() throws Exception {
    wsus.server().inConsole(all -> all.reporting().reportAll());

    SoapReply reply =
        microsoft.call(
            "ExecuteSPGetUpdateServerStatus",
            "<updateSources>-1</updateSources>"
                + "<includeDownstreamComputers>false</includeDownstreamComputers>"
                + "<preferredCulture>en</preferredCulture>"
                + "<publicationState>2147483647</publicationState>"
                + "<propertiesToGet>0</propertiesToGet>");

    List<Element> sets = SoapReply.children(reply.element("ExecuteSPGetUpdateServerStatusResult"));
    assertThat(sets).as("row sets").hasSize(2);
    MicrosoftClient.cast(
        SoapReply.children(sets.getFirst()),
        "int int int int int int int int int int int int int int int int boolean int int");
    List<String> row = SoapReply.row(SoapReply.children(sets.getFirst()).getFirst());
    assertThat(row.get(0)).as("updates").isEqualTo("12");
    assertThat(row.get(14)).as("approved").isEqualTo("1");
    assertThat(row.get(10)).as("groups of its own").isEqualTo("4");
    assertThat(row.get(11)).as("computers").isEqualTo("7");
    assertThat(row.get(12)).as("computers needing updates").isEqualTo("5");
  }

  @Test
  void summariesPerUpdateAndPerComputer() throws Exception {
    wsus.server().inConsole(all -> all.reporting().reportAll());
    String scope =
        MicrosoftClient.updates()
            + MicrosoftClient.COMPUTERS
            + "<preferredCulture>en</preferredCulture>"
            + "<publicationState>2147483647</publicationState>";

    SoapReply updates = microsoft.call("ExecuteSPGetSummariesPerUpdate", scope);
    SoapReply computers = microsoft.call("ExecuteSPGetSummariesPerComputer", scope);

    MicrosoftClient.cast(
        MicrosoftClient.rows(updates, "ExecuteSPGetSummariesPerUpdateResult"), SUMMARY);
    MicrosoftClient.cast(
        MicrosoftClient.rows(computers, "ExecuteSPGetSummariesPerComputerResult"), SUMMARY);
    assertThat(sum(updates.rows("ExecuteSPGetSummariesPerUpdateResult")))
        .isEqualTo(sum(computers.rows("ExecuteSPGetSummariesPerComputerResult")))
        .isEqualTo(12 * 7);
    assertThat(computers.rows("ExecuteSPGetSummariesPerComputerResult"))
        .extracting(row -> row.get(2))
        .doesNotContain("nil");
  }

  @Test
  void summariesOfAGroup() throws Exception {
    wsus.server().inConsole(all -> all.reporting().reportAll());
    String group =
        "<targetGroupId>%s</targetGroupId><includeSubgroups>true</includeSubgroups>"
            .formatted(wsus.group("Servers"));
    List<List<String>> updates = rows("ExecuteSPGetUpdateSummariesForTargetGroup", group);
    List<List<String>> computers = rows("ExecuteSPGetComputerSummariesForTargetGroup", group);
    List<List<String>> total = rows("ExecuteSPGetTotalUpdateSummaryForTargetGroup", group);

    assertThat(sum(updates)).isEqualTo(12 * 6).isEqualTo(sum(computers)).isEqualTo(sum(total));
    assertThat(total).extracting(row -> row.get(3)).doesNotHaveDuplicates();
  }

  private List<List<String>> rows(String operation, String parameters) throws Exception {
    SoapReply reply = microsoft.call(operation, parameters);
    MicrosoftClient.cast(MicrosoftClient.rows(reply, operation + "Result"), SUMMARY);
    return reply.rows(operation + "Result");
  }

  @Test
  void theComputerThatKeepsSilent() throws Exception {
    assertThat(
            microsoft
                .call(
                    "ExecuteSPGetComputersNotContactedSinceCount",
                    "<fromDate>2026-11-24T20:00:00Z</fromDate>")
                .value("ExecuteSPGetComputersNotContactedSinceCountResult"))
        .isEqualTo("1");
  }

  private static int sum(List<List<String>> rows) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row.get(4))).sum();
  }

  @Test
  void itsMailAndItsLanguages() throws Exception {
    SoapReply mail = microsoft.call("ExecuteSPGetEmailNotificationConfiguration", "");

    assertThat(mail.value("StatusNotification")).isEqualTo("Weekly");
    assertThat(Integer.parseInt(mail.value("SmtpPort"))).isBetween(1, 65_535);
    SoapReply languages = microsoft.call("ExecuteSPGetAllLanguagesWithEnabledState", "");
    MicrosoftClient.cast(
        MicrosoftClient.rows(languages, "ExecuteSPGetAllLanguagesWithEnabledStateResult"),
        "string boolean");
  }
}
