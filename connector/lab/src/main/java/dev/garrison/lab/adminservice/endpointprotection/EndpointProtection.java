package dev.garrison.lab.adminservice.endpointprotection;

import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import java.util.List;
import java.util.Map;

/** Client settings and onboarding policies of a site, and their effect on devices. */
public final class EndpointProtection {
  private static final int SERVERS_PRIORITY = 3;

  private final ClientSettings settings;
  private final SettingsAssignmentClass settingAssignments;
  private final OnboardingPolicies policies;
  private final PolicyAssignmentClass policyAssignments;

  /** Parts of the site that Endpoint Protection uses. */
  public record Surroundings(
      SiteContext site,
      Fleet fleet,
      Sensors sensors,
      Antiviruses antiviruses,
      Polling polling,
      Inventory inventory,
      Collections collections) {}

  /**
   * Creates a site with one custom setting for all systems.
   *
   * @param scepInstall whether that setting installs System Center Endpoint Protection
   * @param signedScripts whether clients run signed scripts only
   */
  public EndpointProtection(Surroundings around, boolean scepInstall, boolean signedScripts) {
    SiteContext site = around.site();
    Collections collections = around.collections();
    BuiltInAgent agent = new BuiltInAgent(around);
    this.settings = new ClientSettings(site, signedScripts);
    this.settingAssignments =
        new SettingsAssignmentClass(site, settings, collections, agent::changed);
    this.policies = new OnboardingPolicies(site);
    this.policyAssignments = new PolicyAssignmentClass(site, policies, collections, agent::changed);
    agent.follow(settingAssignments::of, policyAssignments::of);
    long servers =
        settings.add(
            new AgentSetting(
                "Servers", SERVERS_PRIORITY, scepInstall, scepInstall, 0, false, false, true));
    settingAssignments.begin(servers, Collections.ALL_SYSTEMS);
    collections.onMembersChanged(agent::changed);
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    return List.of(
        new FixedRows(
            "SMS_ClientSettings",
            Provenance.documented(
                "MicrosoftDocs/SCCMdocs, SMS_ClientSettings, SMS_EndpointProtectionAgentConfig and SMS_ConfigMgrClientAgentConfig"),
            () -> settings.rows(settingAssignments.counts())),
        settingAssignments,
        policies.provider(),
        policyAssignments);
  }

  /** Creates a client setting, as an administrator does in the console. */
  public void make(AgentSetting setting) {
    settings.add(setting);
  }

  /** Changes the client setting of this name, as an administrator does in the console. */
  public void change(AgentSetting setting) {
    settings.change(setting);
  }

  /** Creates an onboarding policy from the portal's file of an organization. */
  public void makePolicy(String name, String orgId) {
    policies.add(name, orgId);
  }

  /** Removes the assignments to a collection that is deleted. */
  public void collectionGoes(String collection) {
    settingAssignments.collectionGoes(collection);
    policyAssignments.collectionGoes(collection);
  }

  /** Adds the assignments to the dump, by names. */
  public void dump(Dump dump) {
    settingAssignments
        .rows()
        .filter(row -> !row.path("CollectionID").asText().equals(Collections.ALL_SYSTEMS))
        .forEach(row ->
            dump.add(
                "clientSettingAssignments",
                Map.of(
                    "setting",
                        settings
                            .find(row.path("ClientSettingsID").asLong())
                            .map(AgentSetting::name)
                            .orElse(""),
                    "collection", row.path("CollectionName").asText())));
    policyAssignments.dumped().forEach(entry -> dump.add("policyDeployments", entry));
  }
}
