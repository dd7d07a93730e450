package dev.garrison.mecm.application;

/**
 * What of an existing application is kept beside its modelled state.
 *
 * @param digest the whole digest: a new revision is made from it
 * @param uses what others have hung on the application, one a line; read only where it might be
 *     deleted
 */
record FoundApplication(String digest, String uses) {
  private static final String BETWEEN = "\u0000";

  String text() {
    return digest + BETWEEN + uses;
  }

  static FoundApplication of(String text) {
    int between = text.indexOf(BETWEEN);
    return new FoundApplication(text.substring(0, between), text.substring(between + 1));
  }
}
