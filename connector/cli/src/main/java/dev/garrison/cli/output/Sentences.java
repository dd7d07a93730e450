package dev.garrison.cli.output;

import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Complete sentences in a row. Only English has a space between them. */
public final class Sentences {
  private Sentences() {}

  /** The sentences in the language of whoever reads. */
  public static String joined(List<Text> sentences) {
    return sentences.stream().map(Text::shown).collect(Collectors.joining(gap()));
  }

  private static String gap() {
    return switch (Language.inUse()) {
      case ENGLISH -> " ";
      case JAPANESE -> "";
    };
  }
}
