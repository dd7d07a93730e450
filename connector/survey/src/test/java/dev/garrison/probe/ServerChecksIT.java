package dev.garrison.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.SiteNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that takes connections and says nothing, and one that is met in plain text. */
@Tag("first")
final class ServerChecksIT {
  private static List<String> problems(String host) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread taking = Thread.ofVirtual().start(() -> hangUp(server));
      URI address = URI.create("http://%s:%d".formatted(host, server.getLocalPort()));
      Clock clock = Clock.systemUTC();
      ServerChecks checks =
          new ServerChecks(
              new ServerInspection(
                  new Trust(List.of(new Trust.Anchor.SystemAuthorities())),
                  true,
                  Timeouts.DEFAULT,
                  clock),
              new ServerChecks.Subject(
                  address,
                  "site.providers",
                  List.of(),
                  Text.verbatim("IIS"),
                  Text.verbatim("the administration service"),
                  false),
              new SiteNames(),
              clock);
      List<String> problems =
          checks.look(new CheckRun("site")).lines().stream()
              .flatMap(line -> line.outcome().problems().stream())
              .map(Diagnostic::toString)
              .map(problem -> problem.replace(":" + server.getLocalPort(), ":PORT"))
              .toList();
      assertThat(taking.isAlive()).isTrue();
      return problems;
    }
  }

  private static void hangUp(ServerSocket server) {
    try {
      while (true) {
        Socket taken = server.accept();
        taken.close();
      }
    } catch (SocketException closed) {
      assertThat(server.isClosed()).isTrue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aServerThatTakesConnectionsAndSaysNothingIsToldApartFromAClosedPort() throws IOException {
    assertThat(problems("127.0.0.1"))
        .singleElement()
        .asString()
        .startsWith("127.0.0.1:PORT accepts connections, but doesn't answer (")
        .endsWith(
            "). Check whether this is the port of the administration service, and check the network devices in between. [SERVER_SILENT GAR-0806]");
  }

  @Test
  void plainTextToAnotherNameThanThisComputersIsAWarning() throws IOException {
    assertThat(problems("0.0.0.0"))
        .first()
        .isEqualTo(
            "The connection to 0.0.0.0 isn't encrypted. All data can be read and changed in transit. Use https, and remove \"allowPlainHttp\" from the manifest. [CONNECTION_NOT_ENCRYPTED GAR-0803]");
  }
}
