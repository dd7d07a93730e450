package dev.garrison.survey;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.share.SharePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the versions on the share to which the site's applications point. Garrison's applications
 * are found by their digests, every application by its content package. Of Garrison's applications,
 * the latest revision counts, and every other one that is deployed.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_contentpackage-server-wmi-class">SMS_ContentPackage</a>
 */
public final class VersionUses {
  private static final String APPLICATION = "SMS_Application";

  static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment").keys("AssignmentID").select("AssignedCI_UniqueID");
  static final ODataQuery REVISIONS =
      ODataQuery.of(APPLICATION)
          .keys("CI_ID")
          .select(
              "ModelName",
              "CI_UniqueID",
              "LocalizedDisplayName",
              "LocalizedDescription",
              "IsLatest");
  static final ODataQuery PACKAGES =
      ODataQuery.of("SMS_ContentPackage")
          .keys("PackageID")
          .select("Name", "SecurityKey", "PkgSourcePath");

  private final AdminService site;
  private final Mark mark;
  private final SdmPackageXml codec = new SdmPackageXml();

  public VersionUses(AdminService site, Mark mark) {
    this.site = site;
    this.mark = mark;
  }

  /** Names of the applications that need this version now; empty when it may be removed. */
  public List<String> of(SharePath version) {
    StagedVersions shelf = shelf(List.of());
    Set<String> users = new TreeSet<>(shelf.unreadable());
    shelf.uses().stream()
        .filter(use -> use.path().equals(version))
        .forEach(use -> users.add(use.title()));
    return List.copyOf(users);
  }

  /** Versions to which the application with this ModelName points. */
  public Set<SharePath> pointedToBy(String modelName) {
    Set<SharePath> paths = new HashSet<>();
    for (StagedVersions.Use use : shelf(List.of()).uses()) {
      if (use.modelName().equals(modelName) && use.latest()) {
        paths.add(use.path());
      }
    }
    return paths;
  }

  StagedVersions shelf(List<StagedVersions.Version> versions) {
    List<StagedVersions.Use> uses = new ArrayList<>();
    Set<String> unreadable = new TreeSet<>();
    for (Row revision : revisions()) {
      digest(revision, uses, unreadable);
    }
    packages(uses);
    return new StagedVersions(versions, uses, unreadable);
  }

  /** Revisions of Garrison's applications that count. */
  private List<Row> revisions() {
    Set<String> deployed = new HashSet<>();
    site.query(DEPLOYMENTS, node -> deployed.add(new Row(node).text("AssignedCI_UniqueID")));
    List<Row> revisions = new ArrayList<>();
    site.query(
        REVISIONS,
        node -> {
          Row row = new Row(node);
          if (mark.ownerOf(row.text("LocalizedDescription")) instanceof Owner.Ours
              && (row.flag("IsLatest") || deployed.contains(row.text("CI_UniqueID")))) {
            revisions.add(row);
          }
        });
    return revisions;
  }

  private void digest(Row revision, List<StagedVersions.Use> uses, Set<String> unreadable) {
    String title = revision.text("LocalizedDisplayName");
    try {
      String digest =
          site.get(APPLICATION, ObjectKey.of(revision.numberKey("CI_ID")))
              .map(node -> new Row(node).text("SDMPackageXML"))
              .orElse("");
      for (String location : codec.locations(digest)) {
        ContentFamily.version(location)
            .map(path ->
                new StagedVersions.Use(
                    path, revision.textKey("ModelName"), title, revision.flag("IsLatest")))
            .ifPresent(uses::add);
      }
    } catch (RefusalException unread) {
      unreadable.add(title);
    }
  }

  /**
   * Finds versions in the content packages of all applications, because no one's content is
   * removed.
   */
  private void packages(List<StagedVersions.Use> uses) {
    site.query(
        PACKAGES,
        node -> {
          Row row = new Row(node);
          ContentFamily.version(row.text("PkgSourcePath"))
              .map(path ->
                  new StagedVersions.Use(path, row.text("SecurityKey"), row.text("Name"), true))
              .ifPresent(uses::add);
        });
  }
}
