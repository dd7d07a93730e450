package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.xml.HardenedXml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which writes are at a provider at the same time, seen from a provider that keeps the first. */
@Tag("first")
final class WriteTurnsIT {
  private static final String CLASS = "SMS_Collection";
  private static final ObjectKey KEY = ObjectKey.of("PS100016");

  private final List<String> arrived = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstIsHere = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
  private final Json json = new Json();
  private HttpServer server;
  private HttpAdminService service;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/AdminService");
    service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(address),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Wire.PATIENT)),
            json,
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5));
  }

  @AfterEach
  void stop() {
    letGo.countDown();
    writers.close();
    service.close();
    server.stop(0);
    workers.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      arrived.add(
          exchange.getRequestMethod() + " " + exchange.getRequestURI().toString().substring(18));
      if (arrived.size() == 1) {
        firstIsHere.countDown();
        await(letGo);
      }
      byte[] body = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Future<?> keptWrite() {
    Future<?> first = writers.submit(() -> service.put(CLASS, KEY, json.object()));
    await(firstIsHere);
    return first;
  }

  private void write(String what) {
    switch (what) {
      case "put" -> service.put(CLASS, KEY, json.object());
      case "post" -> service.post(CLASS, KEY, json.object());
      case "delete" -> service.delete(CLASS, KEY);
      default -> service.invoke(CLASS, KEY, "RequestRefresh", json.object());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"put", "post", "delete", "invoke"})
  void aWriteToTheSameObjectWaits(String what) throws Exception {
    Future<?> first = keptWrite();
    AtomicReference<Thread> writer = new AtomicReference<>();
    Future<?> second =
        writers.submit(() -> {
          writer.set(Thread.currentThread());
          write(what);
        });
    while (writer.get() == null || writer.get().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(arrived).containsExactly("PUT SMS_Collection('PS100016')");
    letGo.countDown();
    first.get();
    second.get();
    assertThat(arrived).hasSize(2);
  }

  @Test
  void otherObjectsAndReadsDoNotWait() throws Exception {
    Future<?> first = keptWrite();
    service.put(CLASS, ObjectKey.of("PS100017"), json.object());
    service.create(CLASS, json.object());
    service.invokeStatic("SMS_ObjectContainerItem", "MoveMembers", json.object());
    service.list(ODataQuery.of(CLASS));
    service.get(CLASS, KEY);
    assertThat(first.isDone()).isFalse();
    assertThat(arrived)
        .containsExactly(
            "PUT SMS_Collection('PS100016')",
            "PUT SMS_Collection('PS100017')",
            "POST SMS_Collection",
            "POST SMS_ObjectContainerItem.MoveMembers",
            "GET SMS_Collection",
            "GET SMS_Collection('PS100016')");
    letGo.countDown();
    first.get();
  }
}
