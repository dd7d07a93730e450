package dev.garrison.takeover.seen;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the applications that may have to do with onboarding. Only the digest of an application
 * shows its purpose, and each digest is one keyed read. Therefore only applications are read that
 * carry a mark, that are deployed, or whose title suggests it.
 */
final class ApplicationReader {
  private static final String CLASS = "SMS_Application";
  private static final ODataQuery ALL =
      ODataQuery.of(CLASS)
          .keys("CI_ID")
          .select("ModelName", "LocalizedDisplayName", "LocalizedDescription", "IsLatest");
  private static final Pattern TELLING =
      Pattern.compile(
          "defender|\\bmde\\b|\\batp\\b|md4ws|sense|sensor|onboard", Pattern.CASE_INSENSITIVE);

  private final AdminService site;
  private final SdmPackageXml codec = new SdmPackageXml();

  ApplicationReader(AdminService site) {
    this.site = site;
  }

  /**
   * @param deployed ModelNames of applications that are deployed to devices
   */
  List<SeenApplication> read(Set<String> deployed) {
    List<Row> rows = new ArrayList<>();
    site.query(
        ALL.where(ODataFilter.equal("IsLatest", true)),
        node -> {
          Row row = new Row(node);
          if (deployed.contains(row.textKey("ModelName"))
              || Mark.in(row.text("LocalizedDescription")).isPresent()
              || TELLING.matcher(row.text("LocalizedDisplayName")).find()) {
            rows.add(row);
          }
        });
    return rows.stream().map(this::whole).toList();
  }

  private SeenApplication whole(Row row) {
    String digest =
        site.get(CLASS, ObjectKey.of(row.numberKey("CI_ID")))
            .map(node -> new Row(node).text("SDMPackageXML"))
            .orElse("");
    return new SeenApplication(
        row.textKey("ModelName"),
        row.text("LocalizedDisplayName"),
        row.text("LocalizedDescription"),
        digest,
        model(digest));
  }

  /** Parses a digest; one of an unknown form is still searched for names. */
  private Optional<Application> model(String digest) {
    try {
      return Optional.of(codec.read(digest).application());
    } catch (RefusalException otherForm) {
      return Optional.empty();
    }
  }
}
