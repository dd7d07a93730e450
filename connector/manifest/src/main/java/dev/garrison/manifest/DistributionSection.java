package dev.garrison.manifest;

import java.util.List;

/**
 * Distribution point groups for content, and the threshold for creating a deployment.
 *
 * @param groups names of distribution point groups, for rings that name none of their own
 * @param threshold percent of a ring's distribution points that must hold the content before a
 *     deployment is created
 */
public record DistributionSection(List<String> groups, int threshold) {
  /** Values used where the manifest sets none. */
  public static final DistributionSection DEFAULT = new DistributionSection(List.of(), 95);

  public DistributionSection {
    groups = List.copyOf(groups);
    if (threshold < 1 || threshold > 100) {
      throw new IllegalArgumentException("a threshold is 1 to 100 percent, not " + threshold);
    }
  }
}
