package dev.garrison.takeover.seen;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.clientsetting.DeviceSetting;
import dev.garrison.mecm.clientsetting.SettingAssignmentResource;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollectionResource;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicyResource;
import dev.garrison.mecm.placement.PlacementReader;
import dev.garrison.mecm.site.RequestedMethod;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.RouteRequest;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.mecm.site.SiteStatement;
import dev.garrison.mecm.site.VersionGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a site for an import, with GET requests only. Their number does not depend on the number of
 * devices.
 */
public final class SeenReader {
  private final AdminService service;
  private final Json json;

  public SeenReader(AdminService service, Json json) {
    this.service = service;
    this.json = json;
  }

  /**
   * Reads everything.
   *
   * @param statement facts that a person states about the site, once its code is known
   * @throws RefusalException when it is not a site that Garrison works on
   */
  public SeenSite read(Function<Site, SiteStatement> statement) {
    Site site = new SiteReader(service).read();
    RouteRequest any = new RouteRequest(RequestedMethod.AUTO, Optional.empty(), false);
    RouteDecision.Admitted gate =
        switch (VersionGate.decide(site, statement.apply(site), any)) {
          case RouteDecision.Refused(var reasons) -> throw new RefusalException(reasons);
          case RouteDecision.Admitted admitted -> admitted;
        };
    List<SeenDeployment> deployments = new DeploymentReader(service).read();
    List<SeenApplication> applications =
        new ApplicationReader(service)
            .read(
                deployments.stream()
                    .filter(each -> each.kind().equals(ApplicationDeployment.KIND))
                    .map(SeenDeployment::modelName)
                    .collect(Collectors.toSet()));
    SurroundingsReader around = new SurroundingsReader(service);
    List<SeenCollection> collections = around.collections();
    Set<String> models =
        applications.stream().map(SeenApplication::modelName).collect(Collectors.toSet());
    Set<String> keys = new HashSet<>(models);
    collections.stream()
        .filter(each -> Mark.in(each.comment()).isPresent())
        .forEach(each -> keys.add(each.id()));
    PlacementReader placement = new PlacementReader(service);
    return new SeenSite(
        site,
        gate,
        applications,
        deployments,
        collections,
        settings(),
        policies(),
        around.groups(models),
        placement.scopes(models),
        placement.folders(keys),
        around.tenants(),
        rules(collections));
  }

  private List<SeenPolicy> policies() {
    return OnboardingPolicyResource.named(service).entrySet().stream()
        .map(policy -> new SeenPolicy(policy.getKey(), policy.getValue()))
        .toList();
  }

  private List<SeenSetting> settings() {
    List<DeviceSetting> bringing =
        DeviceSetting.all(service).stream().filter(DeviceSetting::endpointProtectionOn).toList();
    if (bringing.isEmpty()) {
      return List.of();
    }
    Map<Long, List<String>> assigned = new HashMap<>();
    service.query(
        SettingAssignmentResource.ASSIGNMENTS,
        node -> {
          Row row = new Row(node);
          assigned
              .computeIfAbsent(row.numberKey("ClientSettingsID"), _ -> new ArrayList<>())
              .add(row.textKey("CollectionID"));
        });
    return bringing.stream()
        .map(setting ->
            new SeenSetting(
                setting.name(),
                setting.agentNumbers().entrySet().stream()
                    .map(each -> new SeenSetting.Agent(each.getKey(), each.getValue()))
                    .toList(),
                assigned.getOrDefault(setting.id(), List.of())))
        .toList();
  }

  /** Rules of the collections that carry a mark, by name; one keyed read for each. */
  private Map<String, DeviceCollection> rules(List<SeenCollection> collections) {
    Map<String, DeviceCollection> rules = new HashMap<>();
    Set<Mark> marks =
        collections.stream()
            .flatMap(each -> Mark.in(each.comment()).stream())
            .collect(Collectors.toSet());
    for (Mark mark : marks) {
      new DeviceCollectionResource(service, json, mark)
          .observe(List.of(), new Resolved(), Scope.WANTED_AND_ORPHANS).orphans().values().stream()
              .map(Observation.Found::state)
              .forEach(state -> rules.put(state.name(), state));
    }
    return rules;
  }
}
