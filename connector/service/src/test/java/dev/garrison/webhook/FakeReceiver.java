package dev.garrison.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver on loopback that checks signatures by its own means, and answers as it is told. */
public final class FakeReceiver implements AutoCloseable {
  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})");

  private static final long MOST_SECONDS = 120;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String secret;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Received> received = new ArrayList<>();

  /** What it answers once. */
  public record Answer(int status, Map<String, String> headers, String body, Runnable first) {
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body, () -> {});
    }
  }

  /**
   * What came.
   *
   * @param signed whether the signature is that of the secret; also false where there is none
   * @param time as it was signed, in seconds
   */
  public record Received(JsonNode body, boolean signed, long time, String type) {
    public String title() {
      return body.path("title").asText();
    }
  }

  public FakeReceiver(String secret) {
    this.secret = secret;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The next requests are answered so; all others with 202. */
  public synchronized void answer(Answer... next) {
    answers.addAll(List.of(next));
  }

  public synchronized List<Received> received() {
    return List.copyOf(received);
  }

  /** Waits until something came. */
  public synchronized void await() throws InterruptedException {
    long end = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
    while (received.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing came");
      }
      wait(1000);
    }
  }

  /** The titles of what came since the last call. */
  public synchronized List<String> titles() {
    List<String> titles = received.stream().map(Received::title).toList();
    received.clear();
    return titles;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer = note(exchange, body);
    answer.first().run();
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer note(HttpExchange exchange, byte[] body) {
    String header = exchange.getRequestHeaders().getFirst("Garrison-Signature");
    Matcher parts = SIGNATURE.matcher(header == null ? "" : header);
    boolean whole = parts.matches();
    received.add(
        new Received(
            new Json().parse(new String(body, StandardCharsets.UTF_8)),
            whole && parts.group(2).equals(mac(parts.group(1), body)),
            whole ? Long.parseLong(parts.group(1)) : 0,
            exchange.getRequestHeaders().getFirst("Content-Type")));
    notifyAll();
    Answer next = answers.poll();
    return next == null ? Answer.of(202, "") : next;
  }

  private String mac(String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
