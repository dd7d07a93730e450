package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.lab.wsus.work.Synchronisation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Microsoft's own administration client reads what the lab says of itself. */
@Tag("first")
final class MicrosoftServerIT {
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final MicrosoftClient microsoft = new MicrosoftClient(wsus);

  @AfterEach
  void nothingWasAViolationOfTheContract() {
    assertThat(wsus.server().calls().violations()).isEmpty();
    microsoft.close();
    wsus.close();
  }

  @Test
  void connects() throws Exception {
    assertThat(microsoft.call("GetServerVersion", "").value("GetServerVersionResult"))
        .isEqualTo("10.0.20348.2849");
    assertThat(
            microsoft.call("GetServerProtocolVersion", "").value("GetServerProtocolVersionResult"))
        .isEqualTo("1.20");
  }

  @Test
  void theConfigurationsLimitsAreAboveZeroAndItsPortsArePorts() throws Exception {
    List<Element> fields =
        SoapReply.children(
            microsoft.call("ExecuteSPGetConfiguration", "").element("Configuration"));

    assertThat(fields)
        .filteredOn(field -> field.getLocalName().startsWith("Max"))
        .hasSize(10)
        .allMatch(field -> Integer.parseInt(field.getTextContent()) > 0);
    assertThat(fields)
        .filteredOn(field -> field.getLocalName().matches(".*Port(?:Number)?"))
        .hasSize(3)
        .allSatisfy(
            field -> assertThat(Integer.parseInt(field.getTextContent())).isBetween(1, 65_535));
  }

  @Test
  void everyNumberOfTheConfigurationIsInItsRange() throws Exception {
    Map<String, Long> numbers =
        SoapReply.children(microsoft.call("ExecuteSPGetConfiguration", "").element("Configuration"))
            .stream()
            .filter(field -> field.getTextContent().matches("-?[0-9]+"))
            .collect(
                Collectors.toMap(
                    Element::getLocalName, field -> Long.valueOf(field.getTextContent())));

    assertThat(numbers)
        .hasSizeGreaterThan(50)
        .hasEntrySatisfying("StatsDotNetMaximumBatchSize", size -> assertThat(size).isPositive())
        .hasEntrySatisfying("DssRollupChunkSize", size -> assertThat(size).isPositive())
        .hasEntrySatisfying(
            "autoPurgeClientEventAgeThreshold", days -> assertThat(days).isBetween(1L, 365L))
        .hasEntrySatisfying(
            "autoPurgeServerEventAgeThreshold", days -> assertThat(days).isBetween(1L, 365L))
        .hasEntrySatisfying(
            "autoPurgeDetectionPeriod", hours -> assertThat(hours).isBetween(1L, 168L));
    assertThat(numbers.values()).allMatch(value -> value >= 0);
    assertThat(numbers.keySet())
        .filteredOn(name -> name.endsWith("Percent"))
        .hasSize(8)
        .allSatisfy(name -> assertThat(numbers.get(name)).as(name).isBetween(1L, 100L));
    assertThat(numbers.keySet())
        .filteredOn(name -> name.matches("(Hm|Queue|Dispatch|CategoryScan|Sleep).*"))
        .filteredOn(name -> !name.endsWith("Flags"))
        .allSatisfy(name -> assertThat(numbers.get(name)).as(name).isPositive());
  }

  @Test
  void noPasswordIsStored() throws Exception {
    assertThat(microsoft.call("HasProxyPassword", "").value("HasProxyPasswordResult"))
        .isEqualTo("false");
    assertThat(microsoft.call("HasSmtpUserPassword", "").value("HasSmtpUserPasswordResult"))
        .isEqualTo("false");
  }

  @Test
  void theSubscriptionsTimeOfDayIsASecondOfTheDay() throws Exception {
    String second =
        microsoft.call("GetSubscription", "").value("synchronizeAutomaticallyTimeOfDay");

    assertThat(Long.parseLong(second)).isEqualTo(10_800);
  }

  private List<Element> events() throws Exception {
    String ids =
        IntStream.of(381, 382, 384, 386, 387, 389)
            .mapToObj(id ->
                "<EventIdFilter><NamespaceId>2</NamespaceId><EventId>%d</EventId></EventIdFilter>"
                    .formatted(id))
            .collect(Collectors.joining());
    String times =
        Stream.of("from", "to", "From", "To")
            .map(prefix -> {
              String time =
                  prefix.equalsIgnoreCase("from") ? MicrosoftClient.BEGINNING : MicrosoftClient.END;
              return "<%1$sTimeAtTarget>%2$s</%1$sTimeAtTarget>".formatted(prefix, time);
            })
            .collect(Collectors.joining());
    // Each prefix has its time at the target, then the same of the server.
    String both =
        times.substring(0, times.indexOf("<From"))
            + times.substring(0, times.indexOf("<From")).replace("AtTarget", "AtServer")
            + times.substring(times.indexOf("<From"))
            + times.substring(times.indexOf("<From")).replace("AtTarget", "AtServer");
    return SoapReply.children(
        microsoft
            .call(
                "ExecuteSPSearchEventHistory",
                "<eventHistoryFilter><eventIdFilter>%s</eventIdFilter>%s</eventHistoryFilter>"
                    .formatted(ids, both))
            .element("ExecuteSPSearchEventHistoryResult"));
  }

  private static Element child(Element event, String name) {
    return SoapReply.children(event).stream()
        .filter(each -> each.getLocalName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String field(Element event, String name) {
    return child(event, name).getTextContent();
  }

  @Test
  void theHistoryOfSynchronisations() throws Exception {
    wsus.done("StartSubscriptionManually", "");
    wsus.pass(Duration.ofMinutes(3));
    wsus.server().inConsole(all -> all.synchronisation().next(Synchronisation.Ending.FAILURE));
    wsus.done("StartSubscriptionManually", "");
    wsus.pass(Duration.ofMinutes(3));

    List<Element> events = events();
    assertThat(events)
        .extracting(event -> field(event, "EventId"))
        .containsSequence("382", "384", "382", "386");
    assertThat(events)
        .extracting(event -> field(event, "StateId"))
        .containsSequence("323", "324", "323", "325")
        .isSubsetOf("323", "324", "325");
    assertThat(events)
        .extracting(event -> field(event, "ReplacementStrings"))
        .containsSequence(
            "Administrator=LAB\\Administrator",
            "",
            "Administrator=LAB\\Administrator",
            "Reason=WebException: The operation has timed out");
    assertThat(events)
        .extracting(event -> field(event, "MiscData"))
        .contains("Administrator=LAB\\Administrator")
        .allMatch(data -> data.matches("Administrator=[^=]{3,}(?:F=0S=0T=0)?"));
    assertThat(events)
        .filteredOn(event -> field(event, "EventId").equals("386"))
        .singleElement()
        .satisfies(event ->
            assertThat(
                    SoapReply.children(child(event, "MiscData")).stream()
                        .map(Element::getTextContent))
                .extracting(text -> text.substring(0, text.indexOf('=') + 1))
                .containsExactly("Administrator=", "F=", "S=", "T="));
  }

  @Test
  void theServersBelowIt() throws Exception {
    for (boolean nested : new boolean[] {true, false}) {
      SoapReply reply =
          microsoft.call(
              "ExecuteSPGetAllDownstreamServers",
              "<parentServerId>%s</parentServerId><includeNestedChildren>%s</includeNestedChildren>"
                  .formatted(MicrosoftClient.NOBODY, nested));
      MicrosoftClient.cast(
          MicrosoftClient.rows(reply, "ExecuteSPGetAllDownstreamServersResult"),
          "string guid dateTime guid dateTime string boolean");
      assertThat(reply.rows("ExecuteSPGetAllDownstreamServersResult"))
          .extracting(row -> row.get(0), row -> row.get(3))
          .containsExactly(
              tuple("wsus02.lab.example", MicrosoftClient.NOBODY),
              tuple("wsus03.lab.example", MicrosoftClient.NOBODY));
    }
  }
}
