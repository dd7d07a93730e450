package dev.garrison.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Language of screens, pages and diagnostics.
 *
 * <p>What is recorded or read by programs (journal, plan, history, JSON, CSV, logs) is English.
 */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  JAPANESE(Locale.JAPANESE);

  private static final ScopedValue<Language> IN_USE = ScopedValue.newInstance();

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The language of whoever reads what this thread prints: English unless it was bound. */
  public static Language inUse() {
    return IN_USE.orElse(ENGLISH);
  }

  /**
   * The language of a tag or of the name of a POSIX locale, if Garrison writes it.
   *
   * @param name for example {@code ja}, {@code en-US} or {@code ja_JP.UTF-8}
   */
  public static Optional<Language> of(String name) {
    String language = name.split("[-_.@]", 2)[0];
    return Arrays.stream(values())
        .filter(each -> each.tag().equalsIgnoreCase(language))
        .findFirst();
  }

  /** The language's BCP 47 tag: {@code en} or {@code ja}. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The locale of its texts. */
  public Locale locale() {
    return locale;
  }

  /** Runs work whose output is in this language. */
  public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
    return ScopedValue.where(IN_USE, this).call(work);
  }
}
