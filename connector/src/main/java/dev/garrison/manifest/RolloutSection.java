package dev.garrison.manifest;

/**
 * How servers are onboarded.
 *
 * @param migrateRoute whether servers may be moved from the route on which they already are
 */
public record RolloutSection(Method method, boolean migrateRoute) {
  /** What holds when the manifest says nothing. */
  public static final RolloutSection DEFAULT = new RolloutSection(Method.AUTO, false);

  /** The route. */
  public enum Method {
    AUTO("auto"),
    APPLICATION("application"),
    CLIENT_SETTING("client-setting");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** As the manifest spells it. */
    public String word() {
      return word;
    }
  }
}
