package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.distribution.AssignedGroups;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks assumptions in docs/not-verified.md, which no real site has confirmed, against this site.
 * A few existing rows of the site are read.
 */
final class Answers {
  private static final int SAMPLE = 20;
  private static final long SUCCESS = 1;
  private static final ODataQuery SETTINGS =
      ODataQuery.of("SMS_ClientSettings").keys("SettingsID").select("Type", "AgentConfigurations");
  private static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select("AssignedCI_UniqueID")
          .top(SAMPLE);
  private static final ODataQuery PACKAGES =
      ODataQuery.of("SMS_ContentPackage")
          .keys("PackageID")
          .select("SecurityKey", "PkgSourcePath")
          .top(SAMPLE);
  private static final ODataQuery REPORTS =
      ODataQuery.of("SMS_DPGroupDistributionStatusDetails")
          .keys("ID")
          .select("ObjectID", "MessageState");
  private static final ODataQuery TOTALS =
      ODataQuery.of("SMS_ObjectContentExtraInfo").keys("ObjectID").select("NumberSuccess");
  private static final ODataQuery CONTENTS =
      ODataQuery.of("SMS_PackageToContent")
          .keys("ContentID", "PackageID")
          .select("ContentUniqueID");

  private final AdminService service;

  Answers(AdminService service) {
    this.service = service;
  }

  /** Row 19: checks whether client settings show their parts. */
  Outcome clientSettings() {
    List<Row> settings = rows(SETTINGS).stream().filter(row -> row.number("Type", 0) != 2).toList();
    if (settings.isEmpty()) {
      return new Outcome.Skipped(Text.of("site-answers.no-settings"));
    }
    int listed = 0;
    int keyed = 0;
    for (Row setting : settings) {
      if (!setting.rows("AgentConfigurations").isEmpty()) {
        listed++;
      } else if (!whole(setting)
          .map(row -> row.rows("AgentConfigurations"))
          .orElse(List.of())
          .isEmpty()) {
        keyed++;
      }
    }
    int hidden = settings.size() - listed - keyed;
    Text text =
        Text.of(
            "site-answers.settings", "listed", listed, "count", settings.size(), "keyed", keyed);
    return hidden == 0
        ? new Outcome.Passed(text)
        : other(text, Text.of("site-answers.settings-hidden", "count", hidden), 19);
  }

  private Optional<Row> whole(Row setting) {
    return service
        .get("SMS_ClientSettings", ObjectKey.of(setting.numberKey("SettingsID")))
        .map(Row::new);
  }

  /** Row 21: checks the format in which a deployment names its application. */
  Outcome deployments() {
    List<String> named =
        rows(DEPLOYMENTS).stream()
            .map(row -> row.text("AssignedCI_UniqueID"))
            .filter(text -> !text.isEmpty())
            .toList();
    if (named.isEmpty()) {
      return new Outcome.Skipped(Text.of("site-answers.no-deployments"));
    }
    long expected =
        named.stream().filter(text -> text.matches("ScopeId_[^/]+/[^/]+/[0-9]+")).count();
    Text text = Text.of("site-answers.deployments", "expected", expected, "count", named.size());
    return expected == named.size()
        ? new Outcome.Passed(text)
        : other(text, Text.of("site-answers.deployment-name"), 21);
  }

  /** Row 27: checks whether content packages show the location of their files. */
  Outcome contentPackages() {
    List<Row> packages = applications();
    if (packages.isEmpty()) {
      return new Outcome.Skipped(Text.of("site-answers.no-content"));
    }
    long empty = packages.stream().filter(row -> row.text("PkgSourcePath").isEmpty()).count();
    Text text =
        Text.of("site-answers.content", "shown", packages.size() - empty, "count", packages.size());
    return empty == 0
        ? new Outcome.Passed(text)
        : other(text, Text.of("site-answers.source-path", "count", empty), 27);
  }

  /** Rows 20, 28 and 30: checks the site's reports on the distribution of application content. */
  Outcome distribution() {
    Map<String, String> packages = new HashMap<>();
    applications().forEach(row -> packages.put(row.text("SecurityKey"), row.textKey("PackageID")));
    packages.keySet().retainAll(new AssignedGroups(service).ids(packages).keySet());
    if (packages.isEmpty()) {
      return new Outcome.Skipped(Text.of("site-answers.no-distribution"));
    }
    List<Row> reports = rows(REPORTS, "ObjectID", packages.keySet());
    List<Row> totals = rows(TOTALS, "ObjectID", packages.keySet());
    long denied = denied(reports, totals);
    long contents =
        rows(CONTENTS, "PackageID", packages.values()).stream()
            .filter(row -> row.text("ContentUniqueID").startsWith("Content_"))
            .count();
    List<Diagnostic> findings = new ArrayList<>();
    if (reports.isEmpty()) {
      findings.add(wrong(Text.of("site-answers.no-group-rows"), 20));
    }
    if (denied > 0) {
      findings.add(wrong(Text.of("site-answers.totals", "count", denied), 20));
    }
    if (contents == 0) {
      findings.add(wrong(Text.of("site-answers.no-contents"), 30));
    }
    return Outcome.of(
        Text.of(
            "site-answers.distribution",
            "count",
            packages.size(),
            "rows",
            reports.size(),
            "totals",
            totals.size(),
            "contents",
            contents),
        findings);
  }

  /**
   * Counts applications that no distribution point has by the totals, but some has by the reports.
   */
  static long denied(List<Row> reports, List<Row> totals) {
    Set<String> succeeded =
        reports.stream()
            .filter(row -> row.number("MessageState", 0) == SUCCESS)
            .map(row -> row.textKey("ObjectID"))
            .collect(Collectors.toSet());
    return totals.stream()
        .filter(row -> succeeded.contains(row.textKey("ObjectID")))
        .filter(row -> row.number("NumberSuccess").orElse(1) == 0)
        .count();
  }

  private List<Row> applications() {
    return rows(PACKAGES).stream().filter(row -> !row.text("SecurityKey").isEmpty()).toList();
  }

  private List<Row> rows(ODataQuery query, String property, Collection<String> values) {
    return ODataFilter.batchesOfTexts(property, values).stream()
        .flatMap(some -> rows(query.where(some)).stream())
        .toList();
  }

  private List<Row> rows(ODataQuery query) {
    return service.capabilities().offers(query.className())
        ? service.list(query).stream().map(Row::new).toList()
        : List.of();
  }

  private static Outcome other(Text text, Text problem, int row) {
    return new Outcome.Warned(text, List.of(wrong(problem, row)));
  }

  private static Diagnostic wrong(Text problem, int row) {
    return Diagnostic.warning(
        ProbeCode.ASSUMPTION_WRONG,
        new Message(problem, Text.of("site-answers.report", "row", String.valueOf(row))));
  }
}
