package dev.garrison.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** How a page is looked at: the window's size, what the system asks for, paper; and pictures. */
public final class Screen {
  private static final Path PICTURES =
      Path.of(System.getProperty("repository.root"), "connector", "target", "screenshots");

  private static final String BROKEN_WORDS =
      """
      const broken = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        if (!texts.currentNode.parentElement.checkVisibility()) {
          continue;
        }
        for (const word of texts.currentNode.data.matchAll(/(?<=^|\\s)[\\w.:]{2,22}(?=\\s|$)/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, word.index);
          range.setEnd(texts.currentNode, word.index + word[0].length);
          const tops = Array.from(range.getClientRects(), (box) => Math.round(box.top));
          if (new Set(tops).size > 1) {
            broken.push(word[0]);
          }
        }
      }
      return broken;
      """;

  /** Sizes of the window. */
  public enum Size {
    DESKTOP(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }

    public int width() {
      return width;
    }
  }

  /** The colours that the person's system asks for. */
  public enum Scheme {
    LIGHT,
    DARK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final DriverSession session;

  Screen(DriverSession session) {
    this.session = session;
  }

  public void size(Size size) {
    session.devTools(
        "Emulation.setDeviceMetricsOverride",
        session
            .object()
            .put("width", size.width)
            .put("height", size.height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** On a screen, by somebody who wants no motion. */
  public void scheme(Scheme scheme) {
    media("screen", scheme);
  }

  public void paper() {
    media("print", Scheme.LIGHT);
  }

  private void media(String medium, Scheme scheme) {
    ObjectNode parameters = session.object().put("media", medium);
    ArrayNode features = parameters.putArray("features");
    features.addObject().put("name", "prefers-color-scheme").put("value", scheme.word());
    features.addObject().put("name", "prefers-reduced-motion").put("value", "reduce");
    session.devTools("Emulation.setEmulatedMedia", parameters);
  }

  /** How many pixels of the page lie beyond the window's right edge. */
  public int overflow() {
    return session
        .script("const page = document.documentElement; return page.scrollWidth - page.clientWidth")
        .asInt();
  }

  /** Words without a hyphen that go on in the next line, up to a length that fits any column. */
  public List<String> brokenWords() {
    List<String> words = new ArrayList<>();
    session.script(BROKEN_WORDS).forEach(word -> words.add(word.asText()));
    return words;
  }

  /** The whole page as a picture in the build's folder, for people. */
  public Path picture(String name) {
    JsonNode size =
        session.devTools("Page.getLayoutMetrics", session.object()).path("cssContentSize");
    ObjectNode parameters =
        session.object().put("format", "png").put("captureBeyondViewport", true);
    parameters
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", size.path("width").asDouble())
        .put("height", size.path("height").asDouble())
        .put("scale", 1);
    JsonNode picture = session.devTools("Page.captureScreenshot", parameters);
    try {
      Files.createDirectories(PICTURES);
      return Files.write(
          PICTURES.resolve(name + ".png"),
          Base64.getDecoder().decode(picture.path("data").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
