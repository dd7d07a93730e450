package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.listed;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.plan.Plan;
import dev.garrison.history.UpdateLooks;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.server.reading.ApprovalReach;
import java.util.List;
import java.util.Set;

/**
 * Extent of a waiting plan.
 *
 * @param changes number of its changes
 * @param rings the rings that they belong to
 * @param updates the computer groups that get sensor updates by it
 */
record PlanExtent(int changes, List<String> rings, ApprovalReach updates) {
  static PlanExtent of(Plan plan, Manifest manifest) {
    List<String> names =
        plan.changes().stream()
            .filter(change -> change.action().writes())
            .map(change -> change.address().name())
            .toList();
    return new PlanExtent(
        names.size(),
        manifest.rings().stream()
            .filter(ring -> {
              Set<String> objects = ServerTimeline.objects(manifest, ring);
              return names.stream().anyMatch(objects::contains);
            })
            .map(Ring::name)
            .toList(),
        ApprovalReach.of(plan, manifest));
  }

  /** The extent, as a phrase; for sensor updates with the computers at the last check. */
  String words(UpdateLooks looks) {
    if (updates.updates().isEmpty()) {
      return t(
          "page.attention.changes",
          "count",
          changes,
          "number",
          rings.size(),
          "rings",
          AttentionList.listed(rings, rings.size()));
    }
    List<String> ringsOfUpdates = updates.rings();
    String versions = listed(updates.updates());
    return looks
        .latest()
        .flatMap(updates::needed)
        .map(count ->
            t(
                "page.attention.updates",
                "number",
                ringsOfUpdates.size(),
                "rings",
                ringsOfUpdates,
                "updates",
                versions,
                "count",
                count))
        .orElseGet(() ->
            t(
                "page.attention.updates-unknown",
                "number",
                ringsOfUpdates.size(),
                "rings",
                ringsOfUpdates,
                "updates",
                versions));
  }
}
