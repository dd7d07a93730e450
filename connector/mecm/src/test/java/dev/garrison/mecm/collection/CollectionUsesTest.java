package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.resource.Mark;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses of a collection that keep it from being deleted. */
final class CollectionUsesTest {
  private static final Mark MARK = new Mark("contoso-prod");

  private final FakeAdminService site = new FakeAdminService();

  @BeforeEach
  void tables() {
    site.table("SMS_ApplicationAssignment", "AssignmentID");
    site.table("SMS_DeploymentSummary", "DeploymentID");
  }

  private static Row collection(Object... more) {
    ObjectNode row = FakeAdminService.object("CollectionID", "PS100010", "Name", "MDE pilot");
    row.setAll(FakeAdminService.object(more));
    return new Row(row);
  }

  private static Row limited(String comment) {
    return new Row(
        FakeAdminService.object(
            "CollectionID",
            "PS100020",
            "Name",
            "Inner",
            "Comment",
            comment,
            "LimitToCollectionID",
            "PS100010"));
  }

  private List<String> listed(Row collection, Row... others) {
    CollectionNames names = new CollectionNames();
    names.add(collection);
    List.of(others).forEach(names::add);
    return new CollectionUses(site, MARK).listed(collection, names);
  }

  @Test
  void oneMaintenanceWindowIsAUse() {
    assertThat(listed(collection("ServiceWindowsCount", 1)))
        .containsExactly("1 maintenance window");
  }

  @Test
  void aCollectionOfAnotherManifestThatIsLimitedToItIsAUse() {
    assertThat(listed(collection(), limited(new Mark("contoso-test").after("theirs"))))
        .containsExactly("collection \"Inner\" is limited to this collection");
  }

  @Test
  void aCollectionOfOursThatIsLimitedToItIsNone() {
    assertThat(listed(collection(), limited(MARK.after("ours")))).isEmpty();
  }

  @Test
  void aDeploymentWhoseTypeTheSiteDoesNotTellIsAUse() {
    site.add(
        "SMS_DeploymentSummary",
        "DeploymentID",
        "d",
        "SoftwareName",
        "Of no type",
        "CollectionID",
        "PS100010");
    assertThat(new CollectionUses(site, MARK).deployments("PS100010"))
        .containsExactly("deployment of \"Of no type\" isn't managed by Garrison");
  }
}
