package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.xml.HardenedXml;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sizes of a large hierarchy. */
final class ManyRowsIT {
  private static final int ROWS = 300_000;
  private static final int MOST_AT_ONCE = 4;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.close();
  }

  private static HttpAdminService service(int port) {
    return new HttpAdminService(
        new AdminServiceSettings(
            List.of(URI.create("http://127.0.0.1:" + port + "/AdminService")),
            new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
        new Json(),
        new HardenedXml(),
        new Tempo(Clock.systemUTC(), Thread::sleep, () -> 0.5));
  }

  /** Reads the large list and prints how many rows it had. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] args) {
      AtomicLong rows = new AtomicLong();
      try (HttpAdminService service = service(Integer.parseInt(args[0]))) {
        service.query(ODataQuery.of("SMS_AppDeploymentAssetDetails"), _ -> rows.incrementAndGet());
      }
      System.out.println(rows.get());
    }
  }

  private static void writeRows(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      body.write("{\"@odata.context\":\"x\",\"value\":[".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < ROWS; i++) {
        String row =
            """
            %s{"@odata.etag":"%d","MachineName":"SRV%06d","AppName":"Defender for Endpoint",\
            "CollectionID":"PS100042","AssignmentID":16778213,"EnforcementState":1000,"StatusType":1,\
            "UserName":"(SYSTEM)","__LAZYPROPERTIES":[],"__CLASS":"SMS_AppDeploymentAssetDetails"}\
            """
                .formatted(i == 0 ? "" : ",", i, i);
        body.write(row.getBytes(StandardCharsets.UTF_8));
      }
      body.write("]}".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void threeHundredThousandRowsPassThroughSixtyFourMebibytes() throws Exception {
    server.createContext("/AdminService/wmi/SMS_AppDeploymentAssetDetails", ManyRowsIT::writeRows);
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                Integer.toString(server.getAddress().getPort()))
            .redirectErrorStream(true)
            .start();
    String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(output.strip()).endsWith(Integer.toString(ROWS));
    assertThat(reader.exitValue()).isZero();
  }

  @Test
  void fourRequestsRunAtOnceAndNoMore() throws Exception {
    CyclicBarrier fullHouse = new CyclicBarrier(MOST_AT_ONCE);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.createContext(
        "/AdminService/wmi/",
        exchange -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          await(fullHouse);
          inside.decrementAndGet();
          byte[] body = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    try (HttpAdminService service = service(server.getAddress().getPort());
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3 * MOST_AT_ONCE; i++) {
        ObjectKey key = ObjectKey.of(i);
        callers.submit(() -> service.get("SMS_X", key)).state();
      }
    }
    assertThat(most).hasValue(MOST_AT_ONCE);
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IOException(e);
    }
  }
}
