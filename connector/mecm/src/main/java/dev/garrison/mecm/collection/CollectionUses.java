package dev.garrison.mecm.collection;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What others have hung on a collection of ours (F26). Deleting a collection takes its deployments
 * with it, so one that others use is never deleted. That another collection includes or excludes it
 * can only be read collection by collection and is left to the SMS Provider, which refuses.
 */
final class CollectionUses {
  private static final long APPLICATION = 1;

  static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select("AssignmentName", "AssignmentDescription", "TargetCollectionID");
  static final ODataQuery SUMMARIES =
      ODataQuery.of("SMS_DeploymentSummary")
          .keys("DeploymentID")
          .select("SoftwareName", "FeatureType", "CollectionID");

  private final AdminService site;
  private final Mark mark;

  CollectionUses(AdminService site, Mark mark) {
    this.site = site;
    this.mark = mark;
  }

  /** What the list of collections alone tells. */
  List<String> listed(Row collection, CollectionNames names) {
    List<String> uses = new ArrayList<>();
    long windows = collection.number("ServiceWindowsCount", 0);
    if (windows > 0) {
      uses.add(windows + " maintenance windows");
    }
    for (Row other : names.all()) {
      boolean limited =
          other.text("LimitToCollectionID").equals(collection.textKey("CollectionID"));
      if (limited && !(mark.ownerOf(other.text("Comment")) instanceof Owner.Ours)) {
        uses.add("collection '" + other.text("Name") + "' is limited to it");
      }
    }
    return uses;
  }

  /**
   * Deployments that are not ours: two more reads, made only for a collection that might be
   * deleted.
   */
  List<String> deployments(String collectionId) {
    List<String> uses = new ArrayList<>();
    site.query(
        DEPLOYMENTS.where(ODataFilter.equal("TargetCollectionID", collectionId)),
        node -> {
          Row row = new Row(node);
          if (!(mark.ownerOf(row.text("AssignmentDescription")) instanceof Owner.Ours)) {
            uses.add("deployment '" + row.text("AssignmentName") + "' is not ours");
          }
        });
    site.query(
        SUMMARIES.where(ODataFilter.equal("CollectionID", collectionId)),
        node -> {
          Row row = new Row(node);
          if (row.number("FeatureType", 0) != APPLICATION) {
            uses.add("deployment of '" + row.text("SoftwareName") + "' is not ours");
          }
        });
    return uses;
  }
}
