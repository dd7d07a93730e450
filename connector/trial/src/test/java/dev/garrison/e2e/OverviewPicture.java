package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.browser.Browser;
import dev.garrison.browser.Key;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * Overview of the demonstration in a browser, in both languages, as the first pages of the
 * documents show it. {@code -Dgolden.update=true} writes their pictures anew.
 */
final class OverviewPicture {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final int WIDTH = 1280;

  private OverviewPicture() {}

  /**
   * Takes the pictures.
   *
   * @param profile an empty folder for the browser
   * @param place where the demonstration serves, with its token
   */
  static void take(Path profile, JsonNode place) throws IOException {
    try (Browser browser = Browser.start(profile)) {
      browser.open(URI.create(place.path("url").asText() + "/signin"));
      browser.find("#token").type(place.path("token").asText());
      browser.follow(() -> browser.press(Key.ENTER));
      assertThat(browser.find("html").attribute("lang")).contains("en");
      keep(browser, "overview", "README.md");
      browser.follow(browser.find(".language button[value=ja]")::click);
      assertThat(browser.find("html").attribute("lang")).contains("ja");
      keep(browser, "overview.ja", "README.ja.md");
    }
  }

  private static void keep(Browser browser, String name, String document) throws IOException {
    Path taken = browser.screen().picture("demo-" + name);
    Path shown = ROOT.resolve("docs/" + name + ".png");
    if (Boolean.getBoolean("golden.update")) {
      Files.copy(taken, shown, StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(ImageIO.read(shown.toFile()).getWidth()).isEqualTo(WIDTH);
    assertThat(ROOT.resolve(document)).content().contains("](docs/" + name + ".png)");
  }
}
