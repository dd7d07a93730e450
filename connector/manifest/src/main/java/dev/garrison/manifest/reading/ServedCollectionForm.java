package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.manifest.wsus.ServedCollection;
import dev.garrison.manifest.wsus.UpdateRing;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section {@code wsus.sensorUpdate.rings[].softwareUpdatePoint}. */
final class ServedCollectionForm {
  private static final int MOST_DAYS = 90;

  private ServedCollectionForm() {}

  /** Form of the section of a ring. */
  static Form<ServedCollection> of(String ring) {
    return Form.section(Text.of("manifest-form.served-collection"), served -> read(served, ring));
  }

  private static Optional<ServedCollection> read(Mapping served, String ring) {
    Optional<String> collection = served.required("collection", Scalars.NAME);
    Optional<Integer> days = served.required("deadlineDays", Scalars.integer(1, MOST_DAYS));
    Optional<String> rule = served.optional("rule", Scalars.NAME, ServedCollection.ruleOf(ring));
    collection
        .filter(BuiltInCollections::contains)
        .ifPresent(name ->
            served.contradiction(
                ManifestCode.COLLECTION_BUILT_IN,
                "collection",
                CrossChecks.builtIn(served.path("collection"), name, "manifest-check.own-ring")));
    return served.complete(() ->
        new ServedCollection(collection.orElseThrow(), days.orElseThrow(), rule.orElseThrow()));
  }

  /** Checks the sections of all rings against each other. */
  static void check(Mapping update, List<UpdateRing> rings) {
    Map<String, String> collections = new HashMap<>();
    Map<String, String> rules = new HashMap<>();
    Optional<UpdateRing> earlier = Optional.empty();
    for (int i = 0; i < rings.size(); i++) {
      Optional<ServedCollection> served = rings.get(i).served();
      if (served.isEmpty()) {
        continue;
      }
      String place = "rings[" + i + "].softwareUpdatePoint.";
      SensorUpdateForm.unique(
          update,
          collections,
          place + "collection",
          served.get().collection(),
          "manifest-check.collection-once");
      SensorUpdateForm.unique(
          update, rules, place + "rule", served.get().rule(), "manifest-check.rule-once");
      earlier.ifPresent(ring -> order(update, place + "deadlineDays", ring, served.get()));
      earlier = Optional.of(rings.get(i));
    }
    if (earlier.isPresent() && !update.has("deploymentPackage")) {
      update.contradiction(
          ManifestCode.KEY_MISSING,
          "deploymentPackage",
          Message.of("manifest-section.package-name", "path", update.path("deploymentPackage")));
    }
  }

  /**
   * Checks that a later ring has more days until the deadline.
   *
   * <p>An automatic deployment rule knows no gate: only the days between the deadlines keep a ring
   * behind the other.
   */
  private static void order(
      Mapping update, String key, UpdateRing earlier, ServedCollection served) {
    int before = earlier.served().orElseThrow().deadlineDays();
    if (served.deadlineDays() <= before) {
      update.contradiction(
          ManifestCode.VALUE_REFUSED,
          key,
          Message.of(
              "manifest-section.days-order",
              "path",
              update.path(key),
              "days",
              served.deadlineDays(),
              "ring",
              earlier.ring(),
              "before",
              before));
    }
  }
}
