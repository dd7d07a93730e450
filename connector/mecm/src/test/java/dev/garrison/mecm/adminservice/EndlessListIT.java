package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.xml.HardenedXml;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider whose lists never end. */
final class EndlessListIT {
  private static final ODataQuery QUERY = ODataQuery.of("SMS_X");
  private static final byte[] ROWS = "{\"I\":1},".repeat(8000).getBytes(StandardCharsets.UTF_8);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger pages = new AtomicInteger();
  private HttpServer server;
  private HttpAdminService service;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(
                    URI.create(
                        "http://127.0.0.1:%d/AdminService"
                            .formatted(server.getAddress().getPort()))),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5));
  }

  @AfterEach
  void stop() {
    service.close();
    server.stop(0);
    threads.close();
  }

  private static OutputStream begun(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
    body.write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
    return body;
  }

  /** Until the other side has had enough. */
  private static void neverEnd(HttpExchange exchange) throws IOException {
    try (OutputStream body = begun(exchange)) {
      while (true) {
        body.write(ROWS);
      }
    }
  }

  private void answerPage(HttpExchange exchange, int rows) throws IOException {
    try (OutputStream body = begun(exchange)) {
      String page =
          ("{\"I\":1},".repeat(rows) + "]").replace(",]", "]")
              + ",\"@odata.nextLink\":\"/AdminService/wmi/SMS_X?$skip=%d\"}"
                  .formatted(pages.incrementAndGet());
      body.write(page.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aListThatIsStreamedEndsAfterThreeMillionRows() {
    server.createContext("/AdminService/wmi/SMS_X", EndlessListIT::neverEnd);
    AtomicLong rows = new AtomicLong();
    assertThatThrownBy(() -> service.query(QUERY, _ -> rows.incrementAndGet()))
        .isInstanceOfSatisfying(
            AdminServiceException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BROKEN_ANSWER))
        .hasMessageContaining("HTTP 200: the list has more than 3,000,000 rows");
    assertThat(rows).hasValue(3_000_000);
  }

  @Test
  void aListThatIsKeptEndsAfterFourHundredThousandRows() {
    server.createContext("/AdminService/wmi/SMS_X", EndlessListIT::neverEnd);
    assertThatThrownBy(() -> service.list(QUERY))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("HTTP 200: the list has more than 400,000 rows");
  }

  @Test
  void pagesCountAsOneList() {
    server.createContext("/AdminService/wmi/SMS_X", exchange -> answerPage(exchange, 50_000));
    assertThatThrownBy(() -> service.list(QUERY))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("HTTP 200: the list has more than 400,000 rows");
    assertThat(pages).hasValue(9);
  }

  @Test
  void pagesWithoutRowsComeToAnEnd() {
    server.createContext("/AdminService/wmi/SMS_X", exchange -> answerPage(exchange, 0));
    assertThatThrownBy(() -> service.list(QUERY))
        .isInstanceOf(AdminServiceException.class)
        .hasMessageContaining("HTTP 200: 100 pages in a row are empty");
    assertThat(pages).hasValue(100);
  }
}
