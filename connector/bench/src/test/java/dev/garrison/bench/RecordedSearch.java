package dev.garrison.bench;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the answer of a stand-in WSUS server with 25,000 updates to a file. In a process of its
 * own: the server needs more memory than what is measured may have.
 */
final class RecordedSearch {
  private static final String ENVELOPE =
      """
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
      <ExecuteSPSearchUpdates xmlns="http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService">\
      <updateScopeXml>&lt;UpdateScope ApprovedStates="-1" /&gt;</updateScopeXml>\
      <preferredCulture>en</preferredCulture><publicationState>2147483647</publicationState>\
      </ExecuteSPSearchUpdates></soap:Body></soap:Envelope>\
      """;

  private RecordedSearch() {}

  /**
   * Asks once.
   *
   * @param words the file
   */
  public static void main(String... words) throws IOException {
    try (Lab lab =
        Lab.start("wsus-large", new LabOptions(Instant.now(), Map.of(), Optional.empty()))) {
      URI service = lab.updateServers().all().getFirst().service();
      HttpURLConnection connection = (HttpURLConnection) service.toURL().openConnection();
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
      connection.setRequestProperty(
          "SOAPAction",
          "\"http://www.microsoft.com/SoftwareDistribution/Server/ApiRemotingWebService/ExecuteSPSearchUpdates\"");
      connection.getOutputStream().write(ENVELOPE.getBytes(StandardCharsets.UTF_8));
      try (InputStream body = connection.getInputStream()) {
        Files.copy(body, Path.of(words[0]));
      }
    }
  }
}
