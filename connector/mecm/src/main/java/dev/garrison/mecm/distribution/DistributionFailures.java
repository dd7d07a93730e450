package dev.garrison.mecm.distribution;

import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the distribution point groups that too many points keep from having an application. */
public final class DistributionFailures {
  private static final ODataQuery APPLICATIONS =
      ODataQuery.of("SMS_Application").keys("CI_ID").select("ModelName", "LocalizedDisplayName");

  private final AdminService site;
  private final DistributionReader reader;

  /**
   * @param threshold percent of a group's distribution points that are enough
   */
  public DistributionFailures(AdminService site, int threshold) {
    this.site = site;
    this.reader = new DistributionReader(site, new GroupPhase(threshold));
  }

  /** Site classes and properties that this class relies on. */
  public static Assumption assumption() {
    return DistributionReader.assumption()
        .and(Assumption.of(APPLICATIONS))
        .with("SMS_Application", "IsLatest");
  }

  /**
   * Failed points of the groups that failed, by the application's name. No request names a server.
   */
  public Map<String, List<PointFailures>> of(Collection<String> applications) {
    Map<String, String> modelNames = new HashMap<>();
    for (ODataFilter some : ODataFilter.batchesOfTexts("LocalizedDisplayName", applications)) {
      site.query(
          APPLICATIONS.where(ODataFilter.equal("IsLatest", true).and(some)),
          node -> {
            Row row = new Row(node);
            modelNames.put(row.text("LocalizedDisplayName"), row.textKey("ModelName"));
          });
    }
    Map<String, List<PointFailures>> failures = new HashMap<>();
    if (!modelNames.isEmpty()) {
      var statuses = reader.statuses(modelNames.values());
      modelNames.forEach((name, modelName) -> {
        var groups = statuses.get(modelName);
        if (groups != null) {
          failures.put(
              name,
              groups.values().stream()
                  .filter(status -> status.phase() == Phase.FAILED)
                  .map(DistributionReader.GroupStatus::failures)
                  .toList());
        }
      });
    }
    return failures;
  }
}
