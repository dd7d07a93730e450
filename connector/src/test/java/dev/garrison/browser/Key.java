package dev.garrison.browser;

/** Keys without a character; code points of W3C WebDriver, section "Keyboard actions". */
public enum Key {
  TAB('\uE004'),
  ENTER('\uE007'),
  SHIFT('\uE008'),
  ESCAPE('\uE00C'),
  SPACE(' '),
  DOWN('\uE015');

  private final char code;

  Key(char code) {
    this.code = code;
  }

  String code() {
    return String.valueOf(code);
  }
}
