package dev.garrison.catalog.approvalpolicy;

import dev.garrison.catalog.Update;

/**
 * An update of the KB that is not selected.
 *
 * @param words the reason, for people: a clause that begins with "it" or "its"
 */
record Untouched(Update update, Reason reason, String words) {
  /** Reason why an update is not selected. */
  public enum Reason {
    OTHER_PRODUCT("it is not of the product"),
    UNPARSEABLE_TITLE("its title cannot be read"),
    OTHER_LINE("its family and channel are not asked for"),
    NOT_LATEST_REVISION("it has a later revision"),
    ONLY_IN_BUNDLE("it is a part of another update"),
    EXPIRED("its publisher has withdrawn it"),
    NOT_PUBLISHED("it is not published"),
    DECLINED("somebody has declined it"),
    SUPERSEDED("it is superseded"),
    OLDER("it is not the newest");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  static Untouched of(Update update, Reason reason) {
    return new Untouched(update, reason, reason.words);
  }

  static Untouched of(Update update, Reason reason, String more) {
    return new Untouched(update, reason, reason.words + ": " + more);
  }
}
