package dev.garrison.cli;

import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /** Bundle of a language that names the state directory of the environment as the default. */
  static ResourceBundle in(Language language, Optional<String> state) {
    ResourceBundle texts = in(language);
    return state
        .<ResourceBundle>map(folder -> new WithState(texts, folder, language))
        .orElse(texts);
  }

  /** Help texts with another default of {@code --state}, except for the command without one. */
  private static final class WithState extends ResourceBundle {
    private final Map<String, String> own;

    WithState(ResourceBundle texts, String folder, Language language) {
      setParent(texts);
      this.own =
          Map.of(
              "state",
              Text.of("help.state", "folder", folder.replace("%", "%%")).in(language),
              CommandLineDefaults.EXEMPT.replace(' ', '.') + ".state",
              texts.getString("state"));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return own.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(
          Stream.concat(own.keySet().stream(), parent.keySet().stream())
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

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
