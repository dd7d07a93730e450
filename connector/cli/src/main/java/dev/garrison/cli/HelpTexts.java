package dev.garrison.cli;

import dev.garrison.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

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

  /** The sections of a help text; picocli heads a list even where it is empty. */
  static Map<String, IHelpSectionRenderer> sections(Map<String, IHelpSectionRenderer> all) {
    Map<String, IHelpSectionRenderer> sections = new HashMap<>(all);
    sections.put(
        UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING,
        help -> usage(help).exitCodeList().isEmpty() ? "" : help.exitCodeListHeading());
    sections.put(
        UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
        help -> usage(help).footer().length == 0 ? "" : help.footerHeading());
    return sections;
  }

  private static UsageMessageSpec usage(Help help) {
    return help.commandSpec().usageMessage();
  }
}
