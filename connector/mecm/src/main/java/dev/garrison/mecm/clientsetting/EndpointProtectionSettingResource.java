package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Facts;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Endpoint Protection part (AgentID 20) of all client settings. That embedded objects of
 * SMS_ClientSettings can be written is not documented anywhere, so a setting that installs SCEP is
 * a manual step, done once a read shows that SCEP is off.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/clients/config/sms_endpointprotectionagentconfig-server-wmi-class">SMS_EndpointProtectionAgentConfig</a>
 */
public final class EndpointProtectionSettingResource
    implements ResourceType<EndpointProtectionSetting> {
  private final AdminService site;

  public EndpointProtectionSettingResource(AdminService site) {
    this.site = site;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(DeviceSetting.QUERY)
        .optional(
            "SMS_EndpointProtectionAgentConfig.InstallSCEPClient",
            Text.of("client-setting.scep-unseen").toString());
  }

  @Override
  public Kind<EndpointProtectionSetting> kind() {
    return new Kind<>(
        EndpointProtectionSetting.KIND,
        RecordedEndpointProtectionSetting.FORM,
        Rollback.always(Text.of("managed-object.settings-manual").toString()));
  }

  @Override
  public Observations<EndpointProtectionSetting> observe(
      List<Wanted<EndpointProtectionSetting>> wanted, Resolved ids, Scope scope) {
    if (wanted.isEmpty()) {
      return new Observations<>(Map.of());
    }
    Set<String> installing = new TreeSet<>();
    Set<String> unseen = new TreeSet<>();
    for (DeviceSetting setting : DeviceSetting.all(site)) {
      if (setting.parts().isEmpty()) {
        unseen.add(setting.name());
      } else if (setting
          .endpointProtection()
          .filter(EndpointProtectionSettingResource::installsScep)
          .isPresent()) {
        installing.add(setting.name());
      }
    }
    return new Observations<>(
        Map.of(
            EndpointProtectionSetting.address(),
            new Observation.Found<>(
                new EndpointProtectionSetting(installing),
                new Owner.Ours(),
                "client settings",
                String.join("\n", unseen))));
  }

  private static boolean installsScep(Row agent) {
    return agent.flag("EnableEP") && agent.flag("InstallSCEPClient");
  }

  @Override
  public Proposal propose(
      Wanted<EndpointProtectionSetting> wanted, Observation<EndpointProtectionSetting> seen) {
    if (!(seen instanceof Observation.Found<EndpointProtectionSetting> found)) {
      return StandardProposal.of(wanted, seen, Text.of("client-setting.all").toString());
    }
    Proposal.Proposed proposed =
        found.state().installingScep().isEmpty()
            ? new Proposal.Proposed(Action.NO_OP, summary(found))
            : byHand(found);
    return proposed.withNotes(unknown(found));
  }

  private static String summary(Observation.Found<EndpointProtectionSetting> found) {
    return found.unmodelled().isEmpty()
        ? Text.of("client-setting.no-scep").toString()
        : Text.of("client-setting.no-visible-scep").toString();
  }

  private static List<String> unknown(Observation.Found<EndpointProtectionSetting> found) {
    return found
        .unmodelled()
        .lines()
        .map(name -> Text.of("client-setting.parts-unseen", "name", name).toString())
        .toList();
  }

  private static Proposal.Proposed byHand(Observation.Found<EndpointProtectionSetting> found) {
    String first = found.state().installingScep().iterator().next();
    return new Proposal.Proposed(
        Action.MANUAL,
        Text.of(
                "client-setting.scep-installed",
                "names",
                List.copyOf(found.state().installingScep()))
            .toString(),
        Facts.between(Facts.of(found.state()), Facts.of(EndpointProtectionSetting.withoutScep())),
        List.of(),
        Optional.of(
            new ManualStep(
                Text.of("client-setting.scep-step", "name", first).toString(),
                "Set-CMClientSettingEndpointProtection -Name '%s' -InstallEndpointProtectionClient $false"
                    .formatted(first.replace("'", "''")))));
  }
}
