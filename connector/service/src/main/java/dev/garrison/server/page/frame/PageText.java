package dev.garrison.server.page.frame;

import dev.garrison.language.DurationText;
import dev.garrison.language.Language;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts and numbers in the language of the page. */
public final class PageText {
  private PageText() {}

  /**
   * The text of a key.
   *
   * @param places names and values in turn
   */
  public static String t(String key, Object... places) {
    return Text.of(key, places).shown();
  }

  /** A number with the language's separators. */
  public static String n(long number) {
    return String.format(Language.inUse().locale(), "%,d", number);
  }

  /** A duration in one unit. */
  public static String lasting(Duration duration) {
    return DurationText.text(duration).shown();
  }

  /** Texts in a row. */
  public static String listed(List<String> texts) {
    return String.join(t("list.separator"), texts);
  }

  /** Language tag of the page. */
  public static String language() {
    return Language.inUse().tag();
  }

  /** Value of {@code lang} for a recorded text, which is English; null on English pages. */
  public static @Nullable String recorded() {
    return Language.inUse() == Language.ENGLISH ? null : Language.ENGLISH.tag();
  }
}
