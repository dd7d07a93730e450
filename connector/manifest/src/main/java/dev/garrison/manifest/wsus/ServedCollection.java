package dev.garrison.manifest.wsus;

/**
 * The servers of one ring that get their updates from the site's software update point.
 *
 * @param collection the name or id of their device collection
 * @param deadlineDays from a run of the ring's rule to the deadline of what it deploys
 * @param rule the name of the automatic deployment rule
 */
public record ServedCollection(String collection, int deadlineDays, String rule) {
  /** What the rule of a ring is called unless the manifest says otherwise. */
  public static String ruleOf(String ring) {
    return "Sensor update: " + ring;
  }
}
