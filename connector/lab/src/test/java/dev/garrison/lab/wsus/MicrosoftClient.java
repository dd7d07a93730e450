package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Speaks as Microsoft's own administration client (its assemblies 3.1.7600, run against the lab)
 * does: the same headers, the same scopes whatever is asked, and the same casts of what comes back.
 */
final class MicrosoftClient implements AutoCloseable {
  static final String BEGINNING = "0001-01-01T00:00:00";
  static final String END = "9999-12-31T23:59:59.9999999";
  static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  static final String COMPUTERS =
      parameter(
          "computerTargetScopeXml",
          "<ComputerTargetScope FromLastSyncTime=\"01-01-1753 00:00:00.000\""
              + " ToLastSyncTime=\"12-31-9999 23:59:59.997\""
              + " FromLastReportedStatusTime=\"01-01-1753 00:00:00.000\""
              + " ToLastReportedStatusTime=\"12-31-9999 23:59:59.997\""
              + " IncludedInstallationStates=\"-1\" ExcludedInstallationStates=\"0\""
              + " IncludeDownstreamComputerTargets=\"0\" />");
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RawUpdateServer server;

  MicrosoftClient(RawUpdateServer server) {
    this.server = server;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String parameter(String name, String scope) {
    return "<%s>%s</%s>".formatted(name, escaped(DECLARATION + scope), name);
  }

  /** A list of ids as an attribute holds it. */
  static String ids(String name, String id) {
    return " %s=\"%s\""
        .formatted(name, escaped("<root><CategoryID>" + id + "</CategoryID></root>"));
  }

  /** A search in these states of approval and for these actions, with more attributes or none. */
  static String updates(int states, int actions, String text, String categories) {
    return parameter(
        "updateScopeXml",
        "<UpdateScope ApprovedStates=\"%d\" UpdateTypes=\"-1\"".formatted(states)
            + text
            + " FromArrivalDate=\"01-01-1753 00:00:00.000\""
            + " ToArrivalDate=\"12-31-9999 23:59:59.997\""
            + categories
            + " IncludedInstallationStates=\"-1\" ExcludedInstallationStates=\"0\""
            + " IsWsusInfrastructureUpdate=\"0\""
            + " FromCreationDate=\"01-01-1753 00:00:00.000\""
            + " ToCreationDate=\"12-31-9999 23:59:59.997\""
            + " UpdateApprovalActions=\"%d\"".formatted(actions)
            + " UpdateSources=\"-1\" ExcludeOptionalUpdates=\"0\" />");
  }

  /** All updates. */
  static String updates() {
    return updates(-1, -1, "", "");
  }

  /** What every search says besides its scope. */
  static String search(String scope) {
    return scope
        + "<preferredCulture>en</preferredCulture><publicationState>2147483647</publicationState>";
  }

  /** One revision; number 0 stands for the latest one. */
  static String revision(String parameter, String update, int revision) {
    return RawUpdateServer.key(parameter, update, revision);
  }

  SoapReply call(String operation, String parameters) throws IOException, InterruptedException {
    SoapReply reply = attempt(operation, parameters);
    assertThat(reply.status()).as(operation + " answered " + reply.text()).isEqualTo(200);
    return reply;
  }

  SoapReply attempt(String operation, String parameters) throws IOException, InterruptedException {
    String envelope =
        RawUpdateServer.envelope(RawUpdateServer.element(operation, parameters))
            .replace("utf-8\"?>", "utf-8\"?>\n");
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(server.server().service())
                .header("accept-encoding", "xpress")
                .header(
                    "User-Agent",
                    "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol"
                        + " 4.0.30319.42000)")
                .header("SOAPAction", "\"" + RawUpdateServer.NAMESPACE + "/" + operation + "\"")
                .header("Content-Type", "text/xml; charset=utf-8")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.headers().firstValue("Content-Encoding")).contains("xpress");
    return new SoapReply(
        response.statusCode(),
        "xpress",
        new String(XpressBlocks.unpacked(response.body()), StandardCharsets.UTF_8));
  }

  /**
   * Unboxes every value of these rows. Null is taken for any type, another type is none.
   *
   * @param types one word for each column; a dash where the client does not look
   */
  static List<Element> cast(List<Element> rows, String types) {
    String[] wanted = types.split(" ", -1);
    assertThat(rows).isNotEmpty();
    List<String> refused = new ArrayList<>();
    for (Element row : rows) {
      List<Element> cells = SoapReply.children(SoapReply.children(row).getFirst());
      assertThat(cells).hasSizeGreaterThanOrEqualTo(wanted.length);
      for (int i = 0; i < wanted.length; i++) {
        String type = SoapReply.type(cells.get(i));
        if (!wanted[i].equals("-") && !type.equals("nil") && !type.equals(wanted[i])) {
          refused.add("column %d is %s, not %s".formatted(i, type, wanted[i]));
        }
      }
    }
    assertThat(refused.stream().distinct()).as("InvalidCastException").isEmpty();
    return rows;
  }

  static List<Element> rows(SoapReply reply, String list) {
    return SoapReply.children(reply.element(list));
  }

  @Override
  public void close() {
    client.close();
  }
}
