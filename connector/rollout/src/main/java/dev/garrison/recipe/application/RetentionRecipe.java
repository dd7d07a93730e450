package dev.garrison.recipe.application;

import dev.garrison.content.staged.StagedContent;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.share.SharePath;
import dev.garrison.survey.StagedVersions;
import dev.garrison.survey.StagedVersions.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Selects the versions to remove from the content share (F25). A version stays while the manifest
 * wants it, while an application points to it once this plan is carried out, and as one of the
 * latest few. A version is removed after the applications that still point to it have been changed.
 */
public final class RetentionRecipe {
  /**
   * An application of the manifest.
   *
   * @param version the version it will point to
   */
  public record Kept(String modelName, Address application, SharePath version) {}

  private final StagedVersions shelf;
  private final int keep;
  private final Map<SharePath, Set<Address>> wanted = new LinkedHashMap<>();
  private final Map<String, Address> applications = new LinkedHashMap<>();

  /**
   * @param keep number of unused versions of a folder that stay
   */
  public RetentionRecipe(StagedVersions shelf, int keep, List<Kept> kept) {
    this.shelf = shelf;
    this.keep = keep;
    for (Kept each : kept) {
      wanted.computeIfAbsent(each.version(), _ -> new LinkedHashSet<>()).add(each.application());
      applications.put(each.modelName(), each.application());
    }
  }

  /** The versions to remove. */
  public List<Wanted<?>> wanted() {
    if (!shelf.unreadable().isEmpty()) {
      return List.of();
    }
    Map<SharePath, List<StagedVersions.Version>> byFolder =
        shelf.versions().stream()
            .filter(version -> version.condition() != Condition.CHANGED)
            .filter(version -> !wanted.containsKey(version.path()))
            .collect(
                Collectors.groupingBy(
                    version -> version.path().parent(),
                    () -> new TreeMap<>(Comparator.comparing(SharePath::toString)),
                    Collectors.toList()));
    List<Wanted<?>> leaving = new ArrayList<>();
    byFolder.forEach((folder, versions) -> leaving.addAll(leaving(folder, versions)));
    return leaving;
  }

  private List<Wanted<StagedContent>> leaving(
      SharePath folder, List<StagedVersions.Version> versions) {
    Map<String, String> staying = new TreeMap<>();
    wanted.forEach((path, users) -> {
      if (path.parent().equals(folder)) {
        staying.put(path.name(), names(users.stream().map(Address::name).toList()));
      }
    });
    List<StagedVersions.Version> idle = new ArrayList<>();
    for (StagedVersions.Version version : versions) {
      List<String> users = users(version.path());
      if (users.isEmpty()) {
        idle.add(version);
      } else {
        staying.put(version.path().name(), names(users));
      }
    }
    List<StagedVersions.Version> spare =
        idle.stream()
            .filter(version -> version.condition() == Condition.WHOLE)
            .sorted(
                Comparator.comparing(StagedVersions.Version::written)
                    .reversed()
                    .thenComparing(version -> version.path().name()))
            .toList();
    List<String> latest = spare.stream().limit(keep).map(version -> version.path().name()).toList();
    return idle.stream()
        .filter(version -> !latest.contains(version.path().name()))
        .map(version -> absent(version, reason(version, staying, latest)))
        .toList();
  }

  private Wanted<StagedContent> absent(StagedVersions.Version version, String reason) {
    Set<Address> after = new LinkedHashSet<>();
    for (StagedVersions.Use use : shelf.uses()) {
      Address application = applications.get(use.modelName());
      if (application != null && use.path().equals(version.path())) {
        after.add(application);
      }
    }
    return new Wanted<>(
        StagedContent.address(version.path().parent().toString(), version.path().name()),
        new Desired.Absent<>(reason),
        after);
  }

  /**
   * Applications that point to the version and still will; the manifest's own change with this
   * plan.
   */
  private List<String> users(SharePath version) {
    return shelf.uses().stream()
        .filter(use -> use.path().equals(version))
        .filter(use -> !use.latest() || !applications.containsKey(use.modelName()))
        .map(StagedVersions.Use::title)
        .distinct()
        .sorted()
        .toList();
  }

  private String reason(
      StagedVersions.Version version, Map<String, String> staying, List<String> latest) {
    if (version.condition() == Condition.CUT_SHORT) {
      return Text.of("removal.cut-short").toString();
    }
    List<String> kept = new ArrayList<>();
    staying.forEach((name, users) ->
        kept.add(Text.of("removal.kept-for", "version", name, "applications", users).toString()));
    if (!latest.isEmpty()) {
      kept.add(
          Text.of("removal.kept-latest", "versions", latest, "count", latest.size()).toString());
    }
    return Text.of("removal.unused", "kept", String.join("; ", kept)).toString();
  }

  private static String names(List<String> titles) {
    return String.join(", ", new TreeSet<>(titles));
  }

  /** Remarks on versions that stay though no application needs them, with the reason. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!shelf.unreadable().isEmpty()) {
      remarks.add(
          Text.of("plan-remark.use-unknown", "applications", names(List.copyOf(shelf.unreadable())))
              .toString());
    }
    for (StagedVersions.Version version : shelf.versions()) {
      if (version.condition() == Condition.CHANGED && !wanted.containsKey(version.path())) {
        remarks.add(Text.of("plan-remark.changed-version", "version", version.path()).toString());
      }
    }
    return remarks;
  }
}
