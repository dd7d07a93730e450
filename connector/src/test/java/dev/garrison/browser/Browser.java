package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium with one window, used as a person uses it. Finding waits a few seconds for what is not
 * there yet. One test class shares one browser.
 */
public final class Browser implements AutoCloseable {
  private final DriverSession session;
  private final AxeRules rules;
  private final Screen screen;

  private Browser(DriverSession session) {
    this.session = session;
    rules = new AxeRules(session);
    screen = new Screen(session);
    screen.size(Screen.Size.DESKTOP);
    screen.scheme(Screen.Scheme.LIGHT);
  }

  /** Starts it with an empty profile in the folder. Skips the test, loudly, where it is missing. */
  public static Browser start(Path folder) {
    Optional<Path> driver = ChromeDriver.program("chromedriver");
    Optional<Path> browser = ChromeDriver.program("chromium");
    Assumptions.assumeTrue(
        driver.isPresent() && browser.isPresent() && Files.exists(AxeRules.SOURCE),
        "NOT TESTED: pages in a browser, because chromium, chromedriver or the npm packages of"
            + " connector/src/test/browser are not installed (./check --install brings them).");
    return new Browser(DriverSession.start(driver.orElseThrow(), browser.orElseThrow(), folder));
  }

  public void open(URI address) {
    session.post("/url", session.object().put("url", address.toString()));
  }

  public void reload() {
    session.post("/refresh", session.object());
  }

  public URI address() {
    return URI.create(session.get("/url").asText());
  }

  public String title() {
    return session.get("/title").asText();
  }

  public Screen screen() {
    return screen;
  }

  /** The first element that a CSS selector finds; its absence is an error after a few seconds. */
  public Element find(String selector) {
    return find("css selector", selector);
  }

  /** The link with exactly this text. */
  public Element link(String text) {
    return find("link text", text);
  }

  /** The button with exactly this text. */
  public Element button(String text) {
    return find("xpath", "//button[normalize-space()='%s']".formatted(text));
  }

  private Element find(String strategy, String value) {
    return new Element(session, session.post("/element", Element.by(session, strategy, value)));
  }

  /** All that are there now. */
  public List<Element> all(String selector) {
    JsonNode found =
        session.script("return Array.from(document.querySelectorAll(arguments[0]))", selector);
    return Element.all(session, found);
  }

  /** The text of all that are there now. */
  public List<String> texts(String selector) {
    return all(selector).stream().map(Element::text).toList();
  }

  /** The element that keys go to. */
  public Element focused() {
    return new Element(session, session.get("/element/active"));
  }

  public void press(Key key) {
    keys(List.of(key.code()));
  }

  /** Presses a key while Shift is held. */
  public void pressShifted(Key key) {
    ArrayNode moves = session.object().putArray("moves");
    move(moves, "keyDown", Key.SHIFT.code());
    move(moves, "keyDown", key.code());
    move(moves, "keyUp", key.code());
    move(moves, "keyUp", Key.SHIFT.code());
    act(moves);
  }

  /** Types into whatever has the focus. */
  public void type(String text) {
    keys(text.codePoints().mapToObj(Character::toString).toList());
  }

  /** Takes the step that leads to another page, and returns when that is there. */
  public void follow(Runnable step) {
    session.script("document.documentElement.setAttribute('data-left', '')");
    step.run();
    find("html:not([data-left])");
  }

  /** Presses Tab until what the selector finds has the focus, if it has not already. */
  public Element tabTo(String selector) {
    Element here = focused();
    Map<String, String> passed = new LinkedHashMap<>();
    while (!here.matches(selector)) {
      press(Key.TAB);
      here = focused();
      if (passed.putIfAbsent(here.id(), here.markup()) != null) {
        throw new AssertionError(selector + " is not reached by Tab: " + passed.values());
      }
    }
    return here;
  }

  private void keys(List<String> keys) {
    ArrayNode moves = session.object().putArray("moves");
    for (String key : keys) {
      move(moves, "keyDown", key);
      move(moves, "keyUp", key);
    }
    act(moves);
  }

  private static void move(ArrayNode moves, String kind, String key) {
    moves.addObject().put("type", kind).put("value", key);
  }

  private void act(ArrayNode moves) {
    ObjectNode body = session.object();
    body.putArray("actions").addObject().put("type", "key").put("id", "keys").set("actions", moves);
    session.post("/actions", body);
  }

  /** What the body of a function returns that runs in the page, whatever the page allows. */
  public JsonNode script(String body) {
    return session.script(body);
  }

  /** Whether pages may run scripts. */
  public void scripts(boolean allowed) {
    session.devTools(
        "Emulation.setScriptExecutionDisabled", session.object().put("value", !allowed));
  }

  /** What axe-core finds wrong with the page as it is shown now. */
  public List<Violation> violations() {
    return rules.violations();
  }

  /** The same of contrasts alone: all that another scheme of colours can break. */
  public List<Violation> contrasts() {
    return rules.contrasts();
  }

  /** What the console says since it was last asked. */
  public List<ConsoleMessage> console() {
    List<ConsoleMessage> lines = new ArrayList<>();
    for (JsonNode line : session.post("/se/log", session.object().put("type", "browser"))) {
      lines.add(
          new ConsoleMessage(
              line.path("level").asText(),
              line.path("source").asText(),
              line.path("message").asText()));
    }
    return lines;
  }

  /** The cookies that this page's server gets. */
  public List<Cookie> cookies() {
    List<Cookie> all = new ArrayList<>();
    for (JsonNode cookie : session.get("/cookie")) {
      all.add(
          new Cookie(
              cookie.path("name").asText(),
              cookie.path("value").asText(),
              cookie.path("path").asText(),
              cookie.path("httpOnly").asBoolean(),
              cookie.path("secure").asBoolean(),
              cookie.path("sameSite").asText(),
              !cookie.has("expiry")));
    }
    return all;
  }

  public void forgetCookies() {
    session.delete("/cookie");
  }

  @Override
  public void close() {
    session.close();
  }
}
