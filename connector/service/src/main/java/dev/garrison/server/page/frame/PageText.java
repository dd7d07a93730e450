package dev.garrison.server.page.frame;

import dev.garrison.language.DurationText;
import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
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

  /** A recorded text in the language of the page, as far as its pattern is known. */
  public static String recorded(String text) {
    return RecordedText.shown(text);
  }

  /** Whether a recorded text is shown in English on every page. */
  public static boolean isOnlyEnglish(String recorded) {
    return !RecordedText.isTranslated(recorded);
  }

  /** Value of {@code lang} for a recorded text that is shown; null in the language of the page. */
  public static @Nullable String languageOf(String recorded) {
    return isOnlyEnglish(recorded) ? recorded() : null;
  }

  /** Value of {@code lang} for a text that is English on every page; null on English pages. */
  public static @Nullable String recorded() {
    return Language.inUse() == Language.ENGLISH ? null : Language.ENGLISH.tag();
  }
}
