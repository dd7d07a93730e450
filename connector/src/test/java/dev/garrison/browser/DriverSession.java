package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One browser window and the commands to it, as W3C WebDriver has them, with the two additions of
 * Chromium that tests need: DevTools commands and the console.
 */
final class DriverSession implements AutoCloseable {
  /** No name is resolved and no proxy asked, so nothing but loopback is ever reached. */
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--no-proxy-server",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-extensions",
          "--disable-sync",
          "--disable-features=OptimizationHints,MediaRouter,Translate,PasswordManagerOnboarding",
          "--no-pings",
          "--hide-scrollbars",
          "--force-color-profile=srgb",
          "--lang=en",
          "--remote-debugging-pipe");

  private static final int FIND_MILLISECONDS = 10_000;
  private static final int LOAD_MILLISECONDS = 30_000;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Json json = new Json();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ChromeDriver driver;
  private final String path;

  private DriverSession(ChromeDriver driver, Path browser, Path folder) {
    this.driver = driver;
    ObjectNode options = json.object().put("binary", browser.toString());
    ArrayNode flags = options.putArray("args");
    FLAGS.forEach(flags::add);
    flags.add("--user-data-dir=" + folder.resolve("profile"));
    ObjectNode wanted = json.object().put("browserName", "chrome").put("acceptInsecureCerts", true);
    wanted.set("goog:chromeOptions", options);
    wanted.putObject("goog:loggingPrefs").put("browser", "ALL");
    wanted
        .putObject("timeouts")
        .put("implicit", FIND_MILLISECONDS)
        .put("pageLoad", LOAD_MILLISECONDS)
        .put("script", LOAD_MILLISECONDS);
    ObjectNode body = json.object();
    body.putObject("capabilities").set("alwaysMatch", wanted);
    path = "/session/" + send("POST", "/session", body).path("sessionId").asText();
  }

  static DriverSession start(Path driver, Path browser, Path folder) {
    ChromeDriver started = ChromeDriver.start(driver, folder);
    try {
      return new DriverSession(started, browser, folder);
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  ObjectNode object() {
    return json.object();
  }

  JsonNode get(String command) {
    return send("GET", path + command, json.object());
  }

  JsonNode post(String command, JsonNode body) {
    return send("POST", path + command, body);
  }

  void delete(String command) {
    send("DELETE", path + command, json.object());
  }

  /** A command of the DevTools protocol. */
  JsonNode devTools(String name, JsonNode parameters) {
    ObjectNode body = json.object().put("cmd", name);
    body.set("params", parameters);
    return post("/goog/cdp/execute", body);
  }

  /** What the body of a function returns that runs in the page, whatever the page allows. */
  JsonNode script(String body, Object... words) {
    return execute("/execute/sync", body, words);
  }

  /** The same for a function that answers through its last argument. */
  JsonNode answeringScript(String body, Object... words) {
    return execute("/execute/async", body, words);
  }

  private JsonNode execute(String command, String script, Object... words) {
    ObjectNode body = json.object().put("script", script);
    ArrayNode arguments = body.putArray("args");
    for (Object word : words) {
      switch (word) {
        case JsonNode node -> arguments.add(node);
        default -> arguments.add(word.toString());
      }
    }
    return post(command, body);
  }

  private JsonNode send(String method, String at, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(driver.address() + at)).timeout(LONGEST);
    switch (method) {
      case "POST" ->
          request
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(BodyPublishers.ofString(json.canonical(body)));
      default -> request.method(method, BodyPublishers.noBody());
    }
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      JsonNode value = json.parse(answer.body()).path("value");
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            "%s %s: %s: %s"
                .formatted(
                    method, at, value.path("error").asText(), value.path("message").asText()));
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    try (driver;
        client) {
      delete("");
    }
  }
}
