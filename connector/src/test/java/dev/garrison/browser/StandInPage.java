package dev.garrison.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A small server of pages that a test writes, each under a strict content policy. */
final class StandInPage implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();

  StandInPage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = bodies.getOrDefault(path, "");
    byte[] page =
        """
        <!doctype html><html lang="en"><head><title>%s</title><link rel="icon" href="data:,">
        <meta name="viewport" content="width=device-width"></head><body>%s</body></html>
        """
            .formatted(path, body)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange
        .getResponseHeaders()
        .add("Content-Security-Policy", "default-src 'none'; img-src data:");
    exchange.getResponseHeaders().add("Set-Cookie", "visit=one; Path=/; HttpOnly; SameSite=Strict");
    exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  /** The address of a page with this body. */
  URI page(String name, String body) {
    bodies.put("/" + name, body);
    return address(name);
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
