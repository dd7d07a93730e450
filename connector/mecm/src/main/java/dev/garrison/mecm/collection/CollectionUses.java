package dev.garrison.mecm.collection;

import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Owner;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses of a managed collection by objects that Garrison does not manage (F26). Deleting a
 * collection also deletes its deployments, so a collection that others use is never deleted.
 * Whether another collection includes or excludes it can only be read collection by collection and
 * is left to the SMS Provider, which refuses.
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

  /** Uses that the list of collections alone shows. */
  List<String> listed(Row collection, CollectionNames names) {
    List<String> uses = new ArrayList<>();
    long windows = collection.number("ServiceWindowsCount", 0);
    if (windows > 0) {
      uses.add(Text.of("device-collection.windows", "count", windows).toString());
    }
    for (Row other : names.all()) {
      boolean limited =
          other.text("LimitToCollectionID").equals(collection.textKey("CollectionID"));
      if (limited && !(mark.ownerOf(other.text("Comment")) instanceof Owner.Ours)) {
        uses.add(Text.of("device-collection.limits", "name", other.text("Name")).toString());
      }
    }
    return uses;
  }

  /**
   * Deployments that Garrison does not manage. This needs two more reads, made only for a
   * collection that might be deleted.
   */
  List<String> deployments(String collectionId) {
    List<String> uses = new ArrayList<>();
    site.query(
        DEPLOYMENTS.where(ODataFilter.equal("TargetCollectionID", collectionId)),
        node -> {
          Row row = new Row(node);
          if (!(mark.ownerOf(row.text("AssignmentDescription")) instanceof Owner.Ours)) {
            uses.add(
                Text.of("device-collection.deployment", "name", row.text("AssignmentName"))
                    .toString());
          }
        });
    site.query(
        SUMMARIES.where(ODataFilter.equal("CollectionID", collectionId)),
        node -> {
          Row row = new Row(node);
          if (row.number("FeatureType", 0) != APPLICATION) {
            uses.add(
                Text.of("device-collection.deployment-of", "name", row.text("SoftwareName"))
                    .toString());
          }
        });
    return uses;
  }
}
