package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Text;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleStepsTest {
  private static DeviceCollection with(
      Set<QueryRule> queries, Set<String> includes, Set<String> excludes) {
    return new DeviceCollection(
        "MDE pilot",
        "",
        "All Servers",
        queries,
        includes,
        excludes,
        Set.of(),
        DeviceCollection.PERIODIC);
  }

  @Test
  void aDirectRuleIsTakenOutByItsDevice() {
    DeviceCollection before =
        new DeviceCollection(
            "MDE pilot",
            "",
            "All Servers",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new DirectRule("SRV01", 16777220)),
            DeviceCollection.PERIODIC);
    DeviceCollection without = with(Set.of(), Set.of(), Set.of());
    assertThat(RuleSteps.between("PS100014", before, without))
        .isEqualTo(
            new RuleSteps(
                List.of(
                    Text.of("device-collection.remove-rule", "kind", "direct", "name", "SRV01")),
                List.of(
                    "Remove-CMDeviceCollectionDirectMembershipRule -CollectionId 'PS100014'"
                        + " -ResourceId 16777220 -Force")));
    assertThat(RuleSteps.between("PS100014", without, before).commands())
        .containsExactly(
            "Add-CMDeviceCollectionDirectMembershipRule -CollectionId 'PS100014' -ResourceId"
                + " 16777220");
  }

  @Test
  void eachKindOfRuleHasItsOwnCmdletAndExclusionsComeFirstAndGoLast() {
    RuleSteps steps =
        RuleSteps.between(
            "PS100014",
            with(Set.of(new QueryRule("2016", "select old")), Set.of("Old in"), Set.of("Old out")),
            with(
                Set.of(new QueryRule("2016", "select x = 'y'")),
                Set.of("New in"),
                Set.of("O'Brien's servers")));
    assertThat(steps.inWords())
        .extracting(Text::toString)
        .containsExactly(
            "add the exclude rule \"O'Brien's servers\"",
            "remove the query rule \"2016\"",
            "remove the include rule \"Old in\"",
            "add the include rule \"New in\"",
            "add the query rule \"2016\"",
            "remove the exclude rule \"Old out\"");
    assertThat(steps.commands())
        .containsExactly(
            "Add-CMDeviceCollectionExcludeMembershipRule -CollectionId 'PS100014'"
                + " -ExcludeCollectionName 'O''Brien''s servers'",
            "Remove-CMDeviceCollectionQueryMembershipRule -CollectionId 'PS100014' -RuleName '2016'"
                + " -Force",
            "Remove-CMDeviceCollectionIncludeMembershipRule -CollectionId 'PS100014'"
                + " -IncludeCollectionName 'Old in' -Force",
            "Add-CMDeviceCollectionIncludeMembershipRule -CollectionId 'PS100014'"
                + " -IncludeCollectionName 'New in'",
            "Add-CMDeviceCollectionQueryMembershipRule -CollectionId 'PS100014' -RuleName '2016'"
                + " -QueryExpression 'select x = ''y'''",
            "Remove-CMDeviceCollectionExcludeMembershipRule -CollectionId 'PS100014'"
                + " -ExcludeCollectionName 'Old out' -Force");
  }

  @Test
  void aDirectRuleThatStaysNeedsNoStep() {
    DeviceCollection same =
        new DeviceCollection(
            "MDE pilot",
            "",
            "All Servers",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(new DirectRule("SRV01", 16777220)),
            DeviceCollection.PERIODIC);
    assertThat(RuleSteps.between("PS100014", same, same).commands()).isEmpty();
  }

  @Test
  void equalRulesNeedNoStep() {
    DeviceCollection same =
        with(Set.of(new QueryRule("2016", "select")), Set.of("in"), Set.of("out"));
    assertThat(RuleSteps.between("PS100014", same, same).commands()).isEmpty();
  }
}
