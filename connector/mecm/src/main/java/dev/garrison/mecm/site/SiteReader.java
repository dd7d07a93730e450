package dev.garrison.mecm.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the site with seven requests, for any size of the hierarchy. */
public final class SiteReader {
  private static final String CURRENT_USER = "GetCurrentUser";
  private static final String IDENTIFICATION = "SMS_Identification";
  private static final ODataQuery SITES =
      ODataQuery.of("SMS_Site")
          .keys("SiteCode")
          .select("Type", "Status", "Version", "ReportingSiteCode");
  private static final ODataQuery UPDATES = updatesOf("SMS_CM_UpdatePackages");
  private static final ODataQuery HISTORY = updatesOf("SMS_CM_UpdatePackagesHistory");

  /** Failures of a class that is not offered or not allowed; every other failure is thrown. */
  private static final Set<FailureKind> CLOSED =
      Set.of(FailureKind.NOT_FOUND, FailureKind.ACCESS_DENIED, FailureKind.REFUSED);

  private final AdminService service;

  public SiteReader(AdminService service) {
    this.service = service;
  }

  private static ODataQuery updatesOf(String className) {
    return ODataQuery.of(className).keys("PackageGuid").select("Name", "ClientVersion", "State");
  }

  /** Site classes, properties and methods that this class relies on. */
  public static Assumption assumption() {
    String rollup = Text.of("site-member.rollup-unseen").toString();
    Assumption all =
        Assumption.of(SITES)
            .with(IDENTIFICATION, "ThisSiteCode")
            .calling(IDENTIFICATION, "GetSiteID")
            .optional(
                IDENTIFICATION + ".GetProviderVersion", Text.of("site-member.not-shown").toString())
            .optional(
                IDENTIFICATION + ".GetCurrentUser",
                Text.of("site-member.user-not-shown").toString());
    for (ODataQuery query : List.of(UPDATES, HISTORY)) {
      for (String member : query.members()) {
        all = all.optional(member, rollup);
      }
    }
    return all;
  }

  /**
   * Reads all facts again.
   *
   * @throws AdminServiceException if the service fails
   * @throws RefusalException if the service does not report which site it belongs to
   */
  public Site read() {
    List<HierarchySite> sites = service.list(SITES).stream().map(SiteReader::site).toList();
    RollupState rollup = RollupRecipe.decide(updates(UPDATES), updates(HISTORY));
    return new Site(identity(), sites, rollup);
  }

  /**
   * The site's clock. Sends one request if the site was not asked anything yet.
   *
   * @throws AdminServiceException if the service fails
   */
  public ServerClock clock() {
    if (!service.clock().isHeard()) {
      service.list(SITES);
    }
    return service.clock();
  }

  /**
   * The account that writes, as the site names it; empty if the site does not report it.
   *
   * @throws AdminServiceException if the service fails, or does not admit that account
   */
  public Optional<String> writer() {
    return unlessClosed(
            () -> text(service.readStaticAsWriter(IDENTIFICATION, CURRENT_USER), "UserName"))
        .filter(value -> !value.isEmpty());
  }

  private Site.Identity identity() {
    String code =
        service.list(ODataQuery.of(IDENTIFICATION)).stream()
            .map(row -> text(row, "ThisSiteCode"))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElseThrow(() -> nameless(Message.of("site-identity.site-unknown")));
    String id = text(service.readStatic(IDENTIFICATION, "GetSiteID"), "SiteID");
    if (id.isEmpty()) {
      throw nameless(Message.of("site-identity.hierarchy-unknown"));
    }
    return new Site.Identity(
        code,
        id.replaceAll("[{}]", "").toUpperCase(Locale.ROOT),
        answer("GetProviderVersion", "VersionString"),
        answer(CURRENT_USER, "UserName"));
  }

  private static RefusalException nameless(Message message) {
    return new RefusalException(Diagnostic.error(SiteRefusalCode.SITE_NAMELESS, message));
  }

  private Optional<String> answer(String method, String parameter) {
    return unlessClosed(() -> text(service.readStatic(IDENTIFICATION, method), parameter))
        .filter(value -> !value.isEmpty());
  }

  private Optional<List<UpdatePackage>> updates(ODataQuery query) {
    return unlessClosed(() -> service.list(query).stream().map(SiteReader::update).toList());
  }

  private static <R> Optional<R> unlessClosed(Supplier<R> read) {
    try {
      return Optional.of(read.get());
    } catch (AdminServiceException e) {
      if (CLOSED.contains(e.kind())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static HierarchySite site(ObjectNode row) {
    return new HierarchySite(
        new Row(row).textKey("SiteCode"),
        HierarchySite.Role.of(new Row(row).number("Type", -1)),
        new HierarchySite.State(new Row(row).number("Status", -1)),
        SiteVersion.parse(text(row, "Version")),
        Optional.of(text(row, "ReportingSiteCode")).filter(code -> !code.isEmpty()));
  }

  private static UpdatePackage update(ObjectNode row) {
    return new UpdatePackage(
        new Row(row).textKey("PackageGuid"),
        text(row, "Name"),
        SiteVersion.parse(text(row, "ClientVersion")),
        new Row(row).number("State", -1));
  }

  private static String text(ObjectNode row, String property) {
    return new Row(row).text(property).strip();
  }
}
