package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.rights.GrantedRights;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.List;

/** Classes that describe the hierarchy itself. They are all read-only. */
public final class SiteClasses {
  private static final Provenance SDK =
      Provenance.documented("MicrosoftDocs/SCCMdocs, sccm/develop/reference/core/servers");
  private final SiteContext context;
  private final SiteFile file;
  private final GrantedRights rights;

  /** Creates the classes for one site, for an account with these rights. */
  public SiteClasses(SiteContext context, SiteFile file, GrantedRights rights) {
    this.context = context;
    this.file = file;
    this.rights = rights;
  }

  /** The classes to serve. */
  public List<ProviderClass> all() {
    return List.of(
        new FixedRows("SMS_Site", SDK, () -> file.sites().stream().map(this::site)),
        new IdentificationClass(context, file),
        FixedRows.of("SMS_CM_UpdatePackages", SDK, updates(false)),
        FixedRows.of(
            "SMS_CM_UpdatePackagesHistory",
            Provenance.workingCode("paulwetter/DocumentConfigMgrCB, DocumentCMCB.ps1"),
            updates(true)),
        FixedRows.of("SMS_CM_UpdatePackageSiteStatus", SDK, siteStatus()),
        new FixedRows("SMS_RbacSecuredObject", SDK, () -> rights().stream()));
  }

  private ObjectNode site(SiteFile.Member site) {
    boolean own = site.code().equals(context.code());
    return Rows.row()
        .set("SiteCode", site.code())
        .set("SiteName", site.name())
        .set("ServerName", site.code().toLowerCase(java.util.Locale.ROOT) + ".lab.example")
        .set("Type", site.type())
        .set("Status", 1)
        .set("Mode", 0)
        .set("BuildNumber", own ? context.build() : site.build())
        .set("Version", own ? context.release().version() : site.version())
        .set("ReportingSiteCode", site.parent())
        .done();
  }

  private List<ObjectNode> updates(boolean history) {
    return file.allUpdates().stream()
        .filter(update -> update.history() == history)
        .map(update ->
            Rows.row()
                .set("PackageGuid", update.guid())
                .set("Name", update.name())
                .set("FullVersion", update.fullVersion())
                .set("ClientVersion", update.clientVersion())
                .set("State", update.state())
                .set("UpdateType", 0)
                .set("DateReleased", java.time.Instant.EPOCH)
                .done())
        .toList();
  }

  private List<ObjectNode> siteStatus() {
    return file.allUpdates().stream()
        .filter(update -> !update.history())
        .map(update ->
            Rows.row()
                .set("PackageGuid", update.guid())
                .set("Name", update.name())
                .set("SiteCode", context.code())
                .set("SiteName", context.name())
                .set("SiteNumber", 1)
                .set("State", update.state())
                .done())
        .toList();
  }

  private List<ObjectNode> rights() {
    return rights.told().entrySet().stream()
        .map(entry ->
            Rows.row()
                .set("ObjectTypeID", entry.getKey().number())
                .set("ObjectTypeName", entry.getKey().className())
                .set("AvailableInstanceOperations", GrantedRights.EVERY_RIGHT)
                .set("AvailableTypeOperations", GrantedRights.EVERY_RIGHT)
                .set("GrantedOperations", entry.getValue())
                .done())
        .toList();
  }
}
