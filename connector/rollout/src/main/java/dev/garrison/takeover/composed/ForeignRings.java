package dev.garrison.takeover.composed;

import dev.garrison.language.Text;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.takeover.draft.Deadline;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenSite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes rings from the collections that others' deployments target. The ring whose deployments
 * began first is first; of those that began on one day, the smaller one.
 */
final class ForeignRings {
  private static final int LONGEST_NAME = 40;

  private final SeenSite seen;
  private final List<Text> left = new ArrayList<>();

  ForeignRings(SeenSite seen) {
    this.seen = seen;
  }

  /** A collection with the deployments that target it. */
  record Target(SeenCollection collection, List<SeenDeployment> deployments) {
    Optional<Instant> start() {
      return deployments.stream()
          .flatMap(each -> each.start().stream())
          .min(Comparator.naturalOrder());
    }

    private long day() {
      return start()
          .map(start -> start.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay())
          .orElse(Long.MAX_VALUE);
    }

    private long members() {
      return collection.members();
    }
  }

  /** The collections in the order of their rings. */
  List<Target> targets(List<SeenDeployment> deployments) {
    Map<String, List<SeenDeployment>> byCollection = new LinkedHashMap<>();
    for (SeenDeployment each : deployments) {
      byCollection.computeIfAbsent(each.collectionId(), _ -> new ArrayList<>()).add(each);
    }
    List<Target> targets = new ArrayList<>();
    byCollection.forEach((id, all) -> {
      Optional<SeenCollection> collection = seen.collection(id);
      if (collection.isEmpty()) {
        left.add(
            Text.of("takeover-left.hidden", "collection", id, "deployment", all.getFirst().name()));
      } else if (collection.get().builtIn() || BuiltInCollections.contains(id)) {
        left.add(
            Text.of(
                "takeover-left.built-in",
                "collection",
                collection.get().name(),
                "id",
                id,
                "deployment",
                all.getFirst().name()));
      } else {
        targets.add(new Target(collection.get(), all));
      }
    });
    targets.sort(Comparator.comparingLong(Target::day).thenComparingLong(Target::members));
    return targets;
  }

  /** Collections that cannot be a ring, with the reason. */
  List<Text> left() {
    return left;
  }

  /**
   * The rings.
   *
   * @param antivirus the manifest's antivirus mode for all of them
   */
  List<DraftRing> rings(List<Target> targets, String antivirus) {
    List<DraftRing> rings = new ArrayList<>();
    long most = 0;
    for (Target target : targets) {
      List<String> notes = new ArrayList<>();
      notes.add(
          "Proposed: %s."
              .formatted(
                  target
                      .start()
                      .map(start ->
                          "its first deployment began on "
                              + start.atZone(ZoneOffset.UTC).toLocalDate())
                      .orElse("no deployment says when it began")));
      if (target.members() < most) {
        notes.add("A ring before it is larger: is that the right order?");
      }
      most = Math.max(most, target.members());
      Optional<Instant> deadline =
          target.deployments().stream()
              .flatMap(each -> each.deadline().stream())
              .min(Comparator.naturalOrder());
      rings.add(
          new DraftRing(
              name(target.collection().name(), rings),
              List.of(seen.reference(target.collection())),
              List.of(),
              Members.withHeadroom(target.members()),
              Deadline.between(target.start(), deadline),
              target.deployments().stream().allMatch(SeenDeployment::localTime),
              antivirus,
              Optional.empty(),
              Optional.empty(),
              notes));
    }
    return rings;
  }

  /** A unique ring name, from the characters of the collection's name that are allowed in it. */
  private static String name(String collection, List<DraftRing> rings) {
    String plain = collection.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").replaceAll("\\s+", " ");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - 4));
    String base = cut.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    String name = base.isEmpty() ? "ring" : base;
    String unique = name;
    for (int number = 2; taken(unique, rings); number++) {
      unique = name + " " + number;
    }
    return unique;
  }

  private static boolean taken(String name, List<DraftRing> rings) {
    return rings.stream()
        .anyMatch(
            ring -> ring.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
  }
}
