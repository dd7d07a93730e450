package dev.garrison.mecm.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three classes tell which groups an application was given to; the first that tells any counts. */
final class AssignedGroupsTest {
  private static final String MODEL = "ScopeId_1/Application_one";

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_DistributionPointGroup", "GroupID")
          .table("SMS_ContentPackage", "PackageID")
          .table("SMS_DPGroupContentInfo", "GroupID", "ObjectID")
          .table("SMS_DPGroupPackages", "GroupID", "PkgID")
          .table("SMS_DPGroupDistributionStatusDetails", "ID")
          .offer(ContentDistributionResource.assumption());

  private AssignedGroups groups() {
    return new AssignedGroups(site);
  }

  private void packaged(String model, String id) {
    site.add("SMS_ContentPackage", "PackageID", id, "SecurityKey", model);
  }

  private void listed(String id, String name) {
    site.add("SMS_DistributionPointGroup", "GroupID", id, "Name", name, "MemberCount", 1);
  }

  private void content(String group) {
    site.add("SMS_DPGroupContentInfo", "GroupID", group, "ObjectID", MODEL);
  }

  private void inPackage(String group, String packageId) {
    site.add("SMS_DPGroupPackages", "GroupID", group, "PkgID", packageId);
  }

  private void reported(String group) {
    site.add(
        "SMS_DPGroupDistributionStatusDetails",
        "ID",
        7,
        "ObjectID",
        MODEL,
        "GroupID",
        group,
        "DPName",
        "dp01");
  }

  private Map<String, Set<String>> ids() {
    return groups().ids(Map.of(MODEL, "PS100020"));
  }

  private void allThree() {
    content("{A}");
    inPackage("{B}", "PS100020");
    reported("{C}");
  }

  @Test
  void theClassOfContentTellsFirst() {
    allThree();
    assertThat(ids()).isEqualTo(Map.of(MODEL, Set.of("{A}")));
  }

  @Test
  void whereItIsNotOfferedTheClassOfPackagesTells() {
    allThree();
    site.withhold("SMS_DPGroupContentInfo.ObjectID");
    assertThat(ids()).isEqualTo(Map.of(MODEL, Set.of("{B}")));
  }

  @Test
  void whereItIsEmptyTheClassOfPackagesTells() {
    inPackage("{B}", "PS100020");
    inPackage("{A}", "PS100020");
    inPackage("{C}", "PS100099");
    assertThat(ids()).isEqualTo(Map.of(MODEL, Set.of("{A}", "{B}")));
  }

  @Test
  void atLastTheReportsTell() {
    allThree();
    site.withhold("SMS_DPGroupContentInfo", "SMS_DPGroupPackages.GroupID");
    assertThat(ids()).isEqualTo(Map.of(MODEL, Set.of("{C}")));
  }

  @Test
  void withoutAnApplicationNothingIsAsked() {
    assertThat(groups().ids(Map.of())).isEmpty();
    assertThat(site.calls()).isEmpty();
  }

  @Test
  void groupsAreNamedAsTheSiteListsThem() {
    packaged(MODEL, "PS100020");
    content("{A}");
    content("{B}");
    content("{X}");
    listed("{A}", "Europe");
    listed("{B}", "Asia");
    assertThat(groups().names(List.of(MODEL))).isEqualTo(Map.of(MODEL, Set.of("Asia", "Europe")));
  }

  @Test
  void namesAreReadOnlyWhereThereAreGroups() {
    packaged(MODEL, "PS100020");
    assertThat(groups().names(List.of(MODEL))).isEmpty();
    assertThat(site.calls())
        .noneMatch(call -> call.target().startsWith("SMS_DistributionPointGroup?"));
  }

  @Test
  void packagesOfManyApplicationsAreReadInShortQueries() {
    List<String> models =
        IntStream.range(0, 120).mapToObj(i -> "ScopeId_1/Application_" + (1000 + i)).toList();
    models.forEach(model -> packaged(model, "P" + model.substring(model.length() - 4)));
    assertThat(groups().packages(models))
        .hasSize(120)
        .containsEntry("ScopeId_1/Application_1119", "P1119");
    assertThat(site.calls()).hasSize(3);
  }
}
