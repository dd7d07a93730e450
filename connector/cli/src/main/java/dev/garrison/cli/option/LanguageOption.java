package dev.garrison.cli.option;

import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/** Values of {@code --lang}: a language's tag, or a locale of it. */
public final class LanguageOption implements ITypeConverter<Language>, Iterable<String> {
  private static final String NAME = "--lang";

  /**
   * The language that a command line asks for, before the rest of it is understood.
   *
   * <p>Whatever is wrong with the rest is said in that language.
   */
  public static Optional<Language> in(String... words) {
    Optional<Language> found = Optional.empty();
    for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
      if (words[i].startsWith(NAME + "=")) {
        found = Language.of(words[i].substring(NAME.length() + 1));
      } else if (words[i].equals(NAME) && i + 1 < words.length) {
        found = Language.of(words[i + 1]);
      }
    }
    return found;
  }

  @Override
  public Language convert(String value) {
    return Language.of(value)
        .orElseThrow(() ->
            new ValueRefusal(
                Text.of(
                    "value.word",
                    "value",
                    value,
                    "known",
                    Arrays.stream(Language.values()).map(Language::tag).toList())));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Language.values()).map(Language::tag).iterator();
  }
}
