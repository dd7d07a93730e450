package dev.garrison.lab.adminservice.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Provider classes that show the targets of content and its distribution status. */
final class StatusRows {
  private static final Provenance SDK =
      Provenance.documented(
          "MicrosoftDocs/SCCMdocs, sccm/develop/reference/core/servers/configure");
  private static final int APPLICATION_TYPE = 31;
  private static final int APPLICATION = 512;
  private static final long NOT_PROCESSED = 2302;
  private static final long DISTRIBUTED = 2330;
  private static final long NOT_CONNECTED = 2391;
  private static final long BEING_DISTRIBUTED = 8204;
  private final SiteContext site;
  private final Distribution distribution;

  StatusRows(SiteContext site, Distribution distribution) {
    this.site = site;
    this.distribution = distribution;
  }

  List<ProviderClass> classes() {
    return List.of(
        serve("SMS_DPGroupDistributionStatusDetails", this::byGroup),
        serve("SMS_DPGroupContentInfo", this::contents),
        serve("SMS_DPGroupPackages", this::assignments),
        serve("SMS_PackageToContent", this::parts),
        serve("SMS_DistributionDPStatus", this::byPoint),
        serve("SMS_ObjectContentExtraInfo", this::totals),
        serve("SMS_PackageStatusDistPointsSummarizer", this::summary));
  }

  private ProviderClass serve(String name, Function<ContentPackage, Stream<ObjectNode>> rows) {
    return new FixedRows(
        name, SDK, () -> List.copyOf(distribution.visible()).stream().flatMap(rows));
  }

  private Stream<ObjectNode> assignments(ContentPackage content) {
    return content.groups().stream()
        .map(group -> Rows.row().set("GroupID", group).set("PkgID", content.packageId()).done());
  }

  private Stream<ObjectNode> contents(ContentPackage content) {
    return content.groups().stream()
        .map(group ->
            Rows.row()
                .set("GroupID", group)
                .set("ObjectID", content.modelName())
                .set("ObjectTypeID", APPLICATION_TYPE)
                .set("PackageID", content.packageId())
                .done());
  }

  private Stream<ObjectNode> byGroup(ContentPackage content) {
    return content.groups().stream()
        .map(distribution::group)
        .flatMap(group ->
            group.points().stream()
                .filter(point -> content.points().containsKey(point.name()))
                .flatMap(point -> byPointOfGroup(content, group, point.name())));
  }

  /**
   * Rows of a distribution point; the report of a transfer's start stays alongside that of its end.
   */
  private Stream<ObjectNode> byPointOfGroup(
      ContentPackage content, PointGroup group, String point) {
    ContentPackage.PointState last = content.points().get(point);
    Stream<ObjectNode> began =
        last == null
            ? Stream.empty()
            : last.began().stream()
                .map(when ->
                    ofGroup(content, group, point, "began")
                        .set("StatusTime", when)
                        .set("MessageState", ContentPackage.Progress.IN_PROGRESS.state())
                        .set("MessageSeverity", ContentPackage.Progress.IN_PROGRESS.severity())
                        .done());
    return Stream.concat(began, Stream.of(ofGroup(content, group, point, "").done()));
  }

  private Rows ofGroup(ContentPackage content, PointGroup group, String point, String which) {
    return state(content, point)
        .set("ID", id(content, group.id() + point + which))
        .set("GroupID", group.id())
        .set("DPName", point)
        .set("MessageID", message(content, group, point))
        .set("ContentName", content.name())
        .set("ObjectType", APPLICATION);
  }

  /** Message of a point's latest report. */
  private long message(ContentPackage content, PointGroup group, String point) {
    ContentPackage.PointState last = content.points().get(point);
    if (last == null) {
      return 0;
    }
    boolean cutOff =
        group.points().stream()
            .anyMatch(each -> each.name().equals(point) && distribution.isCutOff(each));
    return switch (last.progress()) {
      case SUCCESS -> DISTRIBUTED;
      case IN_PROGRESS -> BEING_DISTRIBUTED;
      case ERROR -> cutOff ? NOT_CONNECTED : NOT_PROCESSED;
    };
  }

  private Stream<ObjectNode> parts(ContentPackage content) {
    return Stream.of(
        Rows.row()
            .set("ContentID", content.content().id().hashCode())
            .set("ContentSubFolder", content.content().id())
            .set("ContentUniqueID", content.content().id())
            .set("ContentVersionInPkg", 1)
            .set("MinPackageVersion", content.sourceVersion())
            .set("PackageID", content.packageId())
            .set("PackageType", 8)
            .set("SecuredTypeID", APPLICATION_TYPE)
            .set("SecureObjectID", content.modelName())
            .done());
  }

  private Stream<ObjectNode> byPoint(ContentPackage content) {
    return content.points().entrySet().stream()
        .map(entry ->
            state(content, entry.getKey())
                .set("ID", id(content, entry.getKey()))
                .set("Name", entry.getKey())
                .set("NalPath", new PointGroup.Point(entry.getKey(), false).nalPath(site.code()))
                .set("GroupCount", 1)
                .set("ResourceType", "Windows NT Server")
                .set("LastUpdateDate", entry.getValue().when())
                .done());
  }

  private Rows state(ContentPackage content, String point) {
    ContentPackage.PointState state = content.points().get(point);
    if (state == null) {
      throw new IllegalStateException("no state of " + point);
    }
    return Rows.row()
        .set("ObjectID", content.modelName())
        .set("ObjectTypeID", APPLICATION_TYPE)
        .set("PackageID", content.packageId())
        .set("SiteCode", site.code())
        .set("StatusTime", state.when())
        .set("MessageCategory", 0)
        .set("MessageState", state.progress().state())
        .set("MessageSeverity", state.progress().severity());
  }

  private static long id(ContentPackage content, String text) {
    return Integer.toUnsignedLong((content.packageId() + text).hashCode());
  }

  private Stream<ObjectNode> totals(ContentPackage content) {
    long targeted =
        content.groups().stream()
            .flatMap(id -> distribution.group(id).points().stream())
            .map(PointGroup.Point::name)
            .distinct()
            .count();
    if (targeted == 0 || content.points().isEmpty()) {
      return Stream.empty();
    }
    long success = content.count(ContentPackage.Progress.SUCCESS);
    long running = content.count(ContentPackage.Progress.IN_PROGRESS);
    long errors = content.count(ContentPackage.Progress.ERROR);
    return Stream.of(
        Rows.row()
            .set("ObjectID", content.modelName())
            .set("ObjectType", APPLICATION)
            .set("ObjectTypeID", APPLICATION_TYPE)
            .set("PackageID", content.packageId())
            .set("SoftwareName", content.name())
            .set("SourceSite", site.code())
            .set("SourceVersion", content.sourceVersion())
            .set("DateCreated", content.visibleFrom())
            .set("LastUpdateDate", content.visibleFrom())
            .set("Targeted", targeted)
            .set("NumberSuccess", success)
            .set("NumberInProgress", running)
            .set("NumberErrors", errors)
            .set("NumberUnknown", targeted - success - running - errors)
            .done());
  }

  private Stream<ObjectNode> summary(ContentPackage content) {
    return content.points().entrySet().stream()
        .map(entry ->
            Rows.row()
                .set("PackageID", content.packageId())
                .set(
                    "ServerNALPath",
                    new PointGroup.Point(entry.getKey(), false).nalPath(site.code()))
                .set("SiteCode", site.code())
                .set("PackageType", 8)
                .set("SourceVersion", entry.getValue().sourceVersion())
                .set("SummaryDate", entry.getValue().when())
                .set("LastCopied", entry.getValue().when())
                .set(
                    "State",
                    switch (entry.getValue().progress()) {
                      case SUCCESS -> 0;
                      case IN_PROGRESS -> 1;
                      case ERROR -> 3;
                    })
                .done());
  }
}
