package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.RawSite;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

final class LargeCatalogueIT {
  @Test
  void twentyFiveThousandRowsComeAsAStream() throws Exception {
    try (Lab lab =
            Lab.start("wsus-large", new LabOptions(RawSite.START, Map.of(), Optional.empty()));
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          RawUpdateServer.post(
                  lab.updateServers().named("wsus01").service(),
                  RawUpdateServer.envelope(
                      RawUpdateServer.element(
                          "ExecuteSPSearchUpdates", RawUpdateServer.ANY_UPDATE)))
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      int rows = 0;
      int sensors = 0;
      try (InputStream in = response.body()) {
        XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in);
        boolean first = true;
        while (reader.hasNext()) {
          if (reader.next() == XMLStreamConstants.END_ELEMENT
              && reader.getLocalName().equals("minimalProperties")) {
            first = false;
          } else if (reader.isStartElement()
              && first
              && reader.getLocalName().equals("GenericReadableRow")) {
            rows++;
          } else if (reader.isCharacters() && reader.getText().equals("5005292")) {
            sensors++;
          }
        }
      }
      assertThat(response.headers().firstValue("Content-Length")).isEmpty();
      assertThat(rows).isBetween(24_900, 25_000);
      assertThat(sensors).isBetween(300, 500);
    }
  }
}
