package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** An element of the page that is shown; another page makes it stale. */
public final class Element {
  /** The key of an element's reference in W3C WebDriver, section "Elements". */
  static final String REFERENCE = "element-6066-11e4-a52e-4f735466cecf";

  private final DriverSession session;
  private final String id;

  Element(DriverSession session, JsonNode reference) {
    this.session = session;
    id = reference.path(REFERENCE).asText();
  }

  /** Scrolls to it and clicks as a person does: what lies above it makes this fail. */
  public void click() {
    session.post("/element/" + id + "/click", session.object());
  }

  /** Clicks into it and types. */
  public void type(String text) {
    session.post("/element/" + id + "/value", session.object().put("text", text));
  }

  /** The text as it is shown. */
  public String text() {
    return session.get("/element/" + id + "/text").asText();
  }

  /** The attribute as the page has it, empty where it is not there. */
  public Optional<String> attribute(String name) {
    JsonNode value = session.get("/element/" + id + "/attribute/" + name);
    return value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  /** What the browser calculated for this property of its style. */
  public String style(String property) {
    return session.get("/element/" + id + "/css/" + property).asText();
  }

  public boolean isShown() {
    return session.get("/element/" + id + "/displayed").asBoolean();
  }

  /** The element below it, waited for a few seconds. */
  public Element find(String selector) {
    return new Element(session, session.post("/element/" + id + "/element", css(selector)));
  }

  /** The same for the same element of a page that is shown. */
  String id() {
    return id;
  }

  boolean matches(String selector) {
    return session
        .script("return arguments[0].matches(arguments[1])", reference(), selector)
        .asBoolean();
  }

  ObjectNode reference() {
    return session.object().put(REFERENCE, id);
  }

  private ObjectNode css(String selector) {
    return by(session, "css selector", selector);
  }

  static ObjectNode by(DriverSession session, String strategy, String value) {
    return session.object().put("using", strategy).put("value", value);
  }

  static List<Element> all(DriverSession session, JsonNode references) {
    return StreamSupport.stream(references.spliterator(), false)
        .map(reference -> new Element(session, reference))
        .toList();
  }

  /** Its tag with the attributes, and the start of what is in it. */
  public String markup() {
    return session.script("return arguments[0].outerHTML.slice(0, 200)", reference()).asText();
  }
}
