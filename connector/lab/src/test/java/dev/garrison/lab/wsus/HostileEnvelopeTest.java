package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.LabClock;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.wsus.catalogue.Feed;
import dev.garrison.lab.wsus.catalogue.Sensor;
import dev.garrison.lab.wsus.catalogue.SensorUpdates;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.operation.Operations;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.soap.WireStyle;
import dev.garrison.lab.wsus.state.ServerIdentity;
import dev.garrison.lab.wsus.work.ServerState;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Damaged requests get an answer, never an exception. The seed is the number of the repetition. */
final class HostileEnvelopeTest {
  private static final int INPUTS = 400;
  private static final String LABEL = "text/xml; charset=utf-8";
  private final Calls calls = new Calls();
  private final SoapService service = service();

  private SoapService service() {
    Estate estate = new Estate(new LabClock(RawSite.START));
    ServerState state =
        new ServerState(
            new ServerIdentity("wsus", new UUID(0, 1), "10.0", "en", List.of("en")),
            Optional.empty(),
            false,
            estate.timeline());
    Sensor sensor = new Sensor("", "10.8798.25857.1000", "");
    state.holdings().keep(SensorUpdates.bundle(sensor, RawSite.START), RawSite.START);
    return new SoapService(
        Contract.read(),
        estate,
        new Operations(Workings.of(state, new Feed())),
        calls,
        () -> WireStyle.USUAL);
  }

  private static List<String> seeds() {
    String update = SensorUpdates.idOf(new Sensor("", "10.8798.25857.1000", "")).toString();
    return List.of(
        RawUpdateServer.element("ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE),
        RawUpdateServer.element(
            "ExecuteSPDeployUpdate1",
            RawUpdateServer.approval(update, 200, RawUpdateServer.ALL_COMPUTERS)),
        RawUpdateServer.element(
            "ExecuteSPGetUpdateCount",
            RawUpdateServer.ANY_UPDATE.replace(
                "/&gt;",
                "TextIncludes=\"[a]%\" FromArrivalDate=\"01-01-1753 00:00:00.000\" Categories=\""
                    + "&amp;lt;root&amp;gt;&amp;lt;CategoryID&amp;gt;"
                    + update
                    + "&amp;lt;/CategoryID&amp;gt;&amp;lt;/root&amp;gt;\" /&gt;")),
        RawUpdateServer.element(
            "ExecuteSPSearchComputers",
            "<computerTargetScopeXml>&lt;ComputerTargetScope NameIncludes=\"a\" /&gt;"
                + "</computerTargetScopeXml>"),
        RawUpdateServer.element(
            "ExecuteSPGetXmlForUpdate",
            "<updateId>%s</updateId><revisionNumber>200</revisionNumber>".formatted(update)));
  }

  private static String mutate(String text, Random random) {
    String changed = text;
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits && changed.length() > 1; i++) {
      int at = random.nextInt(changed.length());
      int to = Math.min(changed.length(), at + 1 + random.nextInt(12));
      changed =
          switch (random.nextInt(4)) {
            case 0 -> changed.substring(0, at) + changed.substring(to);
            case 1 -> changed.substring(0, to) + changed.substring(at);
            case 2 -> changed.substring(0, at) + (char) random.nextInt(300) + changed.substring(at);
            default ->
                changed.substring(0, at)
                    + List.of("<", "&amp;", "99999999999999999999", "]]>", "'", "[", "-")
                        .get(random.nextInt(7))
                    + changed.substring(to);
          };
    }
    return changed;
  }

  @RepeatedTest(5)
  void everyRequestGetsAnAnswer(RepetitionInfo repetition) throws Exception {
    int number = repetition.getCurrentRepetition();
    Random random = new Random(number);
    for (int i = 0; i < INPUTS; i++) {
      String envelope = RawUpdateServer.envelope(mutate(seeds().get(number - 1), random));
      Answer answer = service.answer(LABEL, null, envelope.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      answer.body().writeTo(out);

      assertThat(out.toString(StandardCharsets.UTF_8))
          .as("seed %d, input %d: %s", number, i, envelope)
          .startsWith("<?xml");
    }
    assertThat(calls.all()).hasSize(INPUTS);
  }

  @Test
  void aDocumentTypeIsRefused() {
    String envelope =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
            + "<soap:Body>&e;</soap:Body></soap:Envelope>";
    service.answer(LABEL, null, envelope.getBytes(StandardCharsets.UTF_8));

    assertThat(calls.violations()).singleElement().asString().contains("the document has a DTD");
  }
}
