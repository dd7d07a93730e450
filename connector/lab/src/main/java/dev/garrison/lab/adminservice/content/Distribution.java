package dev.garrison.lab.adminservice.content;

import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Content packages and their distribution. A package appears ten seconds after its application, and
 * status thirty seconds after a group was added; then distribution points finish one after the
 * other. A new content id is sent to the same groups automatically (inferred).
 */
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "autopkg/iancohn-recipes, McmApiProcessors",
    says =
        "The content package shows 10 seconds after its application, status 30 seconds after a group was added.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says = "MessageState is 1 success, 2 in progress, 3 error.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "SMS_DPGroupDistributionStatusDetails, on message level, keeps a distribution"
            + " point's report of a started transfer in addition to the report of its end.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "MessageID of a report is 2330 when a point has the content, 8204 while it is sent, 2391 when the point cannot be reached, and 2302 when the site cannot read the files.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says = "A listed file that is missing on the share or has another size fails on every point.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "SMS_DPGroupPackages has a group as soon as it was added, half a minute before the first status, and until it was removed.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "A new content ID is added to the package 10 seconds after the revision, as a"
            + " new version, and is sent to the groups of the old one automatically. Until a"
            + " distribution point is notified, its report shows success.")
public final class Distribution implements Applications.Listener {
  private static final Duration PACKAGE_SHOWS = Duration.ofSeconds(10);
  private static final Duration STATUS_SHOWS = Duration.ofSeconds(30);
  private static final Duration TRANSFER = Duration.ofSeconds(30);
  private static final Duration BETWEEN_POINTS = Duration.ofSeconds(5);
  private static final int FIRST_NUMBER = 0x20;

  private final SiteContext site;
  private final SourceShares shares;
  private final List<PointGroup> groups;
  private final Map<String, ContentPackage> byModel = new TreeMap<>();
  private final ContentHashes hashes = new ContentHashes();
  private int next = FIRST_NUMBER;
  private boolean cutOff;

  /** Creates a site's distribution points, without content. */
  public Distribution(SiteContext site, SourceShares shares, List<PointGroup> groups) {
    this.site = site;
    this.shares = shares;
    this.groups = List.copyOf(groups);
  }

  /**
   * Cuts every distribution point off from the site, or connects them again. Then the transfers
   * that failed meanwhile are repeated.
   */
  public void cutOff(boolean value) {
    boolean repeats = cutOff && !value;
    cutOff = value;
    if (repeats) {
      for (ContentPackage content : List.copyOf(byModel.values())) {
        content.groups().stream()
            .map(this::group)
            .map(group -> group.only(point -> content.failed(point.name())))
            .forEach(group -> send(content.modelName(), group, Duration.ZERO));
      }
    }
  }

  /** Whether a distribution point cannot be reached. */
  boolean isCutOff(PointGroup.Point point) {
    return cutOff || point.dead();
  }

  List<PointGroup> groups() {
    return groups;
  }

  /** Packages that are visible already. */
  Collection<ContentPackage> visible() {
    return byModel.values().stream()
        .filter(content -> !content.visibleFrom().isAfter(site.timeline().now()))
        .toList();
  }

  /** Package of an application; empty while none is visible. */
  public String packageId(String modelName) {
    return visible().stream()
        .filter(content -> content.modelName().equals(modelName))
        .map(ContentPackage::packageId)
        .findFirst()
        .orElse("");
  }

  /** Folder of a content, if a distribution point has its current version. */
  public Optional<Path> available(String modelName, String contentId) {
    ContentPackage content = byModel.get(modelName);
    if (content == null || !content.content().id().equals(contentId)) {
      return Optional.empty();
    }
    boolean there =
        content.points().values().stream()
            .anyMatch(state ->
                state.progress() == ContentPackage.Progress.SUCCESS
                    && state.sourceVersion() == content.sourceVersion());
    return there ? shares.folder(content.content().location()) : Optional.empty();
  }

  /**
   * Hash of a content as the site took it in; empty unless a distribution point has it.
   *
   * @param contentId as in the digest
   */
  public Optional<String> hash(String contentId) {
    return byModel.keySet().stream().anyMatch(model -> available(model, contentId).isPresent())
        ? hashes.of(contentId)
        : Optional.empty();
  }

  @Override
  public void revised(Application application) {
    Optional<Digest.Content> content = application.content();
    String model = application.modelName();
    if (content.isEmpty()) {
      byModel.remove(model);
      return;
    }
    ContentPackage before = byModel.get(model);
    if (before == null) {
      byModel.put(
          model,
          new ContentPackage(
              site.generatedId(next++),
              model,
              application.title(),
              content.get(),
              1,
              site.timeline().now().plus(PACKAGE_SHOWS),
              List.of(),
              Map.of()));
      return;
    }
    byModel.put(model, before.with(application.title(), before.content()));
    site.timeline().after(PACKAGE_SHOWS, () -> takeIn(model, content.get()));
  }

  /**
   * Puts new content into its package. Distribution points report success for the old version until
   * they hear of the new one.
   */
  private void takeIn(String model, Digest.Content content) {
    ContentPackage before = byModel.get(model);
    if (before == null) {
      return;
    }
    ContentPackage after = before.with(before.name(), content);
    byModel.put(model, after);
    if (after.sourceVersion() != before.sourceVersion()) {
      after.groups().forEach(group -> send(model, group(group), STATUS_SHOWS));
    }
  }

  @Override
  public void deleted(String modelName) {
    byModel.remove(modelName);
  }

  PointGroup group(String id) {
    return groups.stream()
        .filter(group -> group.id().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(() -> Refusal.byProvider("there is no distribution point group " + id));
  }

  ContentPackage require(String packageId) {
    return visible().stream()
        .filter(content -> content.packageId().equals(packageId))
        .findFirst()
        .orElseThrow(() -> Refusal.byProvider("there is no content package " + packageId));
  }

  void add(String packageId, List<String> groupIds) {
    List<PointGroup> added = groupIds.stream().map(this::group).toList();
    ContentPackage content = require(packageId);
    List<String> all = new ArrayList<>(content.groups());
    for (PointGroup group : added) {
      if (!all.contains(group.id())) {
        all.add(group.id());
        send(content.modelName(), group, STATUS_SHOWS);
      }
    }
    byModel.put(content.modelName(), content.with(all, content.points()));
  }

  void remove(String packageId, String groupId) {
    ContentPackage content = require(packageId);
    List<String> left = new ArrayList<>(content.groups());
    if (!left.remove(group(groupId).id())) {
      throw Refusal.byProvider("package " + packageId + " is not in group " + groupId);
    }
    Set<String> kept = new HashSet<>();
    left.forEach(id -> group(id).points().forEach(point -> kept.add(point.name())));
    Map<String, ContentPackage.PointState> points = new TreeMap<>(content.points());
    points.keySet().retainAll(kept);
    byModel.put(content.modelName(), content.with(left, points));
  }

  private void send(String model, PointGroup group, Duration delay) {
    Duration each = delay;
    for (PointGroup.Point point : group.points()) {
      site.timeline()
          .after(delay, () -> report(model, group, point, ContentPackage.Progress.IN_PROGRESS));
      each = each.plus(BETWEEN_POINTS);
      site.timeline().after(each.plus(TRANSFER), () -> finish(model, group, point));
    }
  }

  private void finish(String model, PointGroup group, PointGroup.Point point) {
    ContentPackage content = byModel.get(model);
    if (content == null) {
      return;
    }
    boolean arrived =
        !isCutOff(point)
            && shares.complete(content.content().location(), content.content().files());
    if (arrived) {
      shares
          .folder(content.content().location())
          .ifPresent(folder -> hashes.take(content.content(), folder));
    }
    report(
        model,
        group,
        point,
        arrived ? ContentPackage.Progress.SUCCESS : ContentPackage.Progress.ERROR);
  }

  private void report(
      String model, PointGroup group, PointGroup.Point point, ContentPackage.Progress progress) {
    ContentPackage content = byModel.get(model);
    if (content != null && content.groups().contains(group.id())) {
      byModel.put(
          model,
          content.with(
              point.name(),
              new ContentPackage.PointState(
                  progress,
                  content.sourceVersion(),
                  site.timeline().now(),
                  Optional.ofNullable(content.points().get(point.name()))
                      .filter(before -> before.progress() == ContentPackage.Progress.IN_PROGRESS)
                      .map(ContentPackage.PointState::when))));
    }
  }
}
