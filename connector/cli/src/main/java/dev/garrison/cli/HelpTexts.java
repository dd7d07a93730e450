package dev.garrison.cli;

import dev.garrison.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * Help texts of commands and options, by picocli's keys.
 *
 * @see <a href="https://picocli.info/#_internationalization">picocli, Internationalization</a>
 */
final class HelpTexts {
  private HelpTexts() {}

  static ResourceBundle in(Language language) {
    String name = "/garrison-help" + (language == Language.ENGLISH ? "" : "_" + language.tag());
    try (InputStream bundle =
        Objects.requireNonNull(HelpTexts.class.getResourceAsStream(name + ".properties"))) {
      return new PropertyResourceBundle(new InputStreamReader(bundle, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
