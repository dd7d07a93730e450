package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.Capabilities;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks that the site's metadata has the members that Garrison's code reads, writes, and calls.
 * Those are declared in that code, as {@link dev.garrison.mecm.adminservice.Assumption}.
 */
final class MetadataCheck {
  private final Capabilities offered;
  private final List<Feature> features;

  MetadataCheck(Capabilities offered, List<Feature> features) {
    this.offered = offered;
    this.features = List.copyOf(features);
  }

  /** Checks classes, methods, and optional members. */
  Outcome capabilities() {
    List<Diagnostic> findings = new ArrayList<>();
    SequencedMap<String, List<Text>> asked = new LinkedHashMap<>();
    for (Feature feature : features) {
      Stream.concat(
              feature.assumption().read().stream().filter(member -> !isOfClass(member)),
              feature.assumption().called().stream())
          .forEach(
              member -> asked.computeIfAbsent(member, _ -> new ArrayList<>()).add(feature.name()));
    }
    asked.forEach((member, words) -> {
      if (!isThere(member)) {
        findings.add(
            Diagnostic.error(
                ProbeCode.MEMBER_MISSING,
                Message.of("site-capability.missing", "member", member, "features", words)));
      }
    });
    Map<String, String> bearable = bearable();
    bearable.forEach((member, otherwise) ->
        findings.add(
            Diagnostic.warning(
                ProbeCode.MEMBER_MISSING_BEARABLE,
                new Message(
                    Text.of("site-member.optional", "member", member), Text.recorded(otherwise)))));
    return Outcome.of(
        findings.isEmpty()
            ? Text.of("site-capability.complete", "count", asked.size())
            : Outcome.NONE,
        findings);
  }

  private Map<String, String> bearable() {
    SequencedMap<String, String> missing = new LinkedHashMap<>();
    for (Feature feature : features) {
      feature
          .assumption()
          .optional()
          .forEach((member, otherwise) -> {
            if (!isThere(member) && needed().noneMatch(member::equals)) {
              missing.put(member, otherwise);
            }
          });
    }
    // Where a class is missing, its properties are too.
    missing.keySet().removeIf(member -> isOfClass(member) && missing.containsKey(owner(member)));
    return missing;
  }

  private Stream<String> needed() {
    return features.stream().flatMap(feature -> feature.assumption().read().stream());
  }

  /** Checks properties, class by class. */
  Outcome properties() {
    List<String> properties = needed().filter(MetadataCheck::isOfClass).distinct().toList();
    Map<String, TreeSet<String>> missing = new LinkedHashMap<>();
    for (String property : properties) {
      if (!offered.offers(property)) {
        missing
            .computeIfAbsent(owner(property), _ -> new TreeSet<>())
            .add(property.substring(property.indexOf('.') + 1));
      }
    }
    List<Diagnostic> findings =
        missing.entrySet().stream()
            .map(entry ->
                Diagnostic.error(
                    ProbeCode.METADATA_DIFFERS,
                    Message.of(
                        "site-member.properties",
                        "type",
                        entry.getKey(),
                        "properties",
                        List.copyOf(entry.getValue()),
                        "features",
                        users(entry.getKey()))))
            .toList();
    return Outcome.of(
        findings.isEmpty()
            ? Text.of("site-member.complete", "count", properties.size())
            : Outcome.NONE,
        findings);
  }

  private List<Text> users(String className) {
    return features.stream()
        .filter(feature ->
            feature.assumption().read().stream()
                .anyMatch(member -> owner(member).equals(className)))
        .map(Feature::name)
        .toList();
  }

  private static boolean isOfClass(String member) {
    return member.indexOf('.') >= 0;
  }

  private static String owner(String member) {
    int dot = member.indexOf('.');
    return dot < 0 ? member : member.substring(0, dot);
  }

  /** Checks whether a member exists; an embedded class has no list of its own, only properties. */
  private boolean isThere(String member) {
    return offered.offers(member) || !offered.properties(member).isEmpty();
  }
}
