package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ring of an existing manifest of Garrison, read from its collections.
 *
 * @param whole its collection around the customer's own
 * @param parts its collections by operating system
 * @param told those of servers that were set to passive mode; none where the ring is not passive,
 *     or on the application route
 */
record OwnRing(
    String name,
    DeviceCollection whole,
    Map<OperatingSystem, DeviceCollection> parts,
    List<DeviceCollection> told) {
  private static final Pattern WHOLE =
      Pattern.compile("Servers of ring (.{1,40}?)\\.\\s*(?:\\{.*)?\\[garrison:.*", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile("Windows Server (.{4,7}) in ring (.{1,40})\\. \\[garrison:.*");

  private static final Pattern TOLD =
      Pattern.compile(
          "Told to be passive: Windows Server .{4,7} in ring (.{1,40})\\. \\[garrison:.*");

  /** Rings in the order in which they open: each excludes the servers of those before it. */
  static List<OwnRing> of(SeenSite seen, Mark mark) {
    Map<String, DeviceCollection> wholes = new TreeMap<>();
    Map<String, Map<OperatingSystem, DeviceCollection>> parts = new HashMap<>();
    Map<String, List<DeviceCollection>> passive = new HashMap<>();
    for (DeviceCollection collection : seen.rules().values()) {
      if (!Mark.in(collection.comment()).equals(Optional.of(mark))) {
        continue;
      }
      Matcher whole = WHOLE.matcher(collection.comment());
      Matcher part = PART.matcher(collection.comment());
      Matcher told = TOLD.matcher(collection.comment());
      if (whole.matches()) {
        wholes.put(whole.group(1), collection);
      } else if (told.matches()) {
        passive.computeIfAbsent(told.group(1), _ -> new ArrayList<>()).add(collection);
      } else if (part.matches()) {
        Arrays.stream(OperatingSystem.values())
            .filter(system -> system.title().equals(part.group(1)))
            .forEach(system ->
                parts.computeIfAbsent(part.group(2), _ -> new TreeMap<>()).put(system, collection));
      }
    }
    Set<String> own =
        wholes.values().stream().map(DeviceCollection::name).collect(Collectors.toSet());
    List<OwnRing> rings = new ArrayList<>();
    wholes.forEach((name, whole) ->
        rings.add(
            new OwnRing(
                name,
                whole,
                parts.getOrDefault(name, Map.of()),
                passive.getOrDefault(name, List.of()))));
    rings.sort(
        Comparator.comparingLong(
            ring -> ring.whole().excludes().stream().filter(own::contains).count()));
    return rings;
  }

  /** Antivirus mode on the client-setting route, where no command line shows it. */
  String antivirusByPolicy() {
    return told.isEmpty() ? "active" : "passive";
  }

  /** Names of the collections to which settings and policies may be deployed. */
  Stream<String> targets() {
    return Stream.concat(parts.values().stream(), told.stream()).map(DeviceCollection::name);
  }

  /** The collection for an operating system that this one is, or is limited to. */
  static String part(List<OwnRing> rings, String collection) {
    return rings.stream()
        .flatMap(ring -> ring.told().stream())
        .filter(told -> told.name().equals(collection))
        .map(DeviceCollection::limitedTo)
        .findFirst()
        .orElse(collection);
  }

  /**
   * Collections that a person excluded.
   *
   * @param ours names of the manifest's own collections: of the rings before it, of exceptions, of
   *     servers that leave
   */
  List<String> excluded(Set<String> ours) {
    Set<String> excluded = new TreeSet<>(whole.excludes());
    excluded.removeAll(ours);
    return List.copyOf(excluded);
  }
}
