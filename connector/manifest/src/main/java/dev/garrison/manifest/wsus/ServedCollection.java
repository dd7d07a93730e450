package dev.garrison.manifest.wsus;

/**
 * Servers of one ring that get their updates from the site's software update point.
 *
 * @param collection the name or id of their device collection
 * @param deadlineDays the days from a run of the ring's rule to the deadline of its deployments
 * @param rule the name of the automatic deployment rule
 */
public record ServedCollection(String collection, int deadlineDays, String rule) {
  /** Default name of the automatic deployment rule of a ring. */
  public static String ruleOf(String ring) {
    return "Sensor update: " + ring;
  }
}
