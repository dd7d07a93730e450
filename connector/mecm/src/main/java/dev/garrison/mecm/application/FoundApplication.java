package dev.garrison.mecm.application;

/**
 * Data of an existing application that is kept in addition to its modeled state.
 *
 * @param digest the complete digest: a new revision is made from it
 * @param uses the objects that use the application; read only if it might be deleted
 */
record FoundApplication(String digest, ApplicationUses uses) {
  private static final String BETWEEN = "\u0000";

  String text() {
    return digest + BETWEEN + uses.text();
  }

  static FoundApplication of(String text) {
    int between = text.indexOf(BETWEEN);
    return new FoundApplication(
        text.substring(0, between), ApplicationUses.of(text.substring(between + 1)));
  }
}
