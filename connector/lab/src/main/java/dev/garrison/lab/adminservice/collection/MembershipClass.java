package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.device.Device;
import dev.garrison.lab.device.Fleet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Members of all collections. Rows of collections that a filter excludes are not made. */
record MembershipClass(SiteContext site, Collections collections, Fleet fleet)
    implements ProviderClass {
  private static final String COLLECTION = "CollectionID";

  @Override
  public String name() {
    return "SMS_FullCollectionMembership";
  }

  @Override
  public Provenance provenance() {
    return Provenance.workingCode("garrettfoster13/sccmhunter, lib/scripts/pivot.py");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return rows(_ -> true);
  }

  @Override
  public Stream<ObjectNode> rows(Predicate<ObjectNode> mayFit) {
    return collections.all().stream()
        .filter(record -> mayFit.test(known(record)))
        .flatMap(record ->
            record.members().stream().mapToObj(index -> member(record.id(), fleet.at(index))));
  }

  private static ObjectNode known(CollectionRecord record) {
    return Rows.row().set(COLLECTION, record.id()).done();
  }

  private ObjectNode member(String collection, Device device) {
    boolean client = device.clientVersion().isPresent();
    return Rows.row()
        .set(COLLECTION, collection)
        .set("ResourceID", device.resourceId())
        .set("ResourceType", 5)
        .set("Name", device.name())
        .set("Domain", "LAB")
        .set("SiteCode", site.code())
        .set("IsClient", client)
        .set("IsActive", client)
        .set("IsAssigned", client)
        .set("IsObsolete", false)
        .set("IsDecommissioned", false)
        .set("IsDirect", false)
        .set("ClientVersion", device.clientVersion().orElse(null))
        .done();
  }
}
