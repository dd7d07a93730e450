package dev.garrison.mecm.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.StandInSite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class EndpointProtectionSettingIT {
  private static final Wanted<EndpointProtectionSetting> WITHOUT_SCEP =
      Wanted.present(EndpointProtectionSetting.address(), EndpointProtectionSetting.withoutScep());

  private static Proposal.Proposed proposed(StandInSite site) {
    var resource = new EndpointProtectionSettingResource(site.service());
    var seen =
        resource
            .observe(List.of(WITHOUT_SCEP), new Resolved(), Scope.WANTED)
            .of(EndpointProtectionSetting.address());
    return (Proposal.Proposed) resource.propose(WITHOUT_SCEP, seen);
  }

  private static Proposal.Proposed proposed(Set<String> installing, String unseen) {
    try (StandInSite site = new StandInSite("2107")) {
      return (Proposal.Proposed)
          new EndpointProtectionSettingResource(site.service())
              .propose(
                  WITHOUT_SCEP,
                  new Observation.Found<>(
                      new EndpointProtectionSetting(installing), new Owner.Ours(), "id", unseen));
    }
  }

  @Test
  void aSettingWhosePartsAListLeavesOutIsReadByItsKey() {
    try (StandInSite site = new StandInSite("2107")) {
      assertThat(proposed(site).summary())
          .isEqualTo("these client settings still install SCEP: Servers");
      assertThat(site.lab().requests().all())
          .filteredOn(request -> request.path().startsWith("/wmi/SMS_ClientSettings("))
          .hasSize(1);
    }
  }

  @Test
  void aSettingWithoutScepIsClear() {
    try (StandInSite site = new StandInSite("2107-rollup")) {
      Proposal.Proposed proposed = proposed(site);
      assertThat(proposed.action()).isEqualTo(Action.NO_OP);
      assertThat(proposed.summary()).isEqualTo("no client setting installs SCEP");
      assertThat(proposed.notes()).isEmpty();
    }
  }

  @Test
  void aSettingThatShowsNoPartsIsNeverTakenForClear() {
    Proposal.Proposed proposed = proposed(Set.of(), "Branch offices\nServers");
    assertThat(proposed.summary()).isEqualTo("no visible client setting installs SCEP");
    assertThat(proposed.notes())
        .containsExactly(
            "client setting \"Branch offices\" doesn't show its parts: check in the console whether the setting installs SCEP",
            "client setting \"Servers\" doesn't show its parts: check in the console whether the setting installs SCEP");
  }

  @Test
  void aPlanWithout2012R2ReadsNoClientSetting() {
    try (StandInSite site = new StandInSite("2107")) {
      new EndpointProtectionSettingResource(site.service())
          .observe(List.of(), new Resolved(), Scope.WANTED);
      assertThat(site.lab().requests().all())
          .noneMatch(request -> request.path().contains("SMS_ClientSettings"));
    }
  }
}
