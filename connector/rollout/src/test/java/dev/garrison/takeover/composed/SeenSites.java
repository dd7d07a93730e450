package dev.garrison.takeover.composed;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.site.OnboardingRoute;
import dev.garrison.mecm.site.RollupState;
import dev.garrison.mecm.site.RouteDecision;
import dev.garrison.mecm.site.Site;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.SiteAccess;
import dev.garrison.takeover.seen.SeenApplication;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenPolicy;
import dev.garrison.takeover.seen.SeenSetting;
import dev.garrison.takeover.seen.SeenSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A site to be read, object by object. */
final class SeenSites {
  static final SiteAccess ACCESS =
      new SiteAccess("https://cm01/AdminService", Map.of(), List.of(), List.of());
  static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  static final String OTHER_TENANT = "00000000-1111-2222-3333-444444444444";

  final List<SeenApplication> applications = new ArrayList<>();
  final List<SeenDeployment> deployments = new ArrayList<>();
  final List<SeenCollection> collections = new ArrayList<>();
  final List<SeenSetting> settings = new ArrayList<>();
  final List<SeenPolicy> policies = new ArrayList<>();
  final Map<String, Set<String>> groups = new TreeMap<>();
  final Map<String, Set<String>> scopes = new TreeMap<>();
  final Map<String, String> folders = new TreeMap<>();
  final SortedMap<String, Long> tenants = new TreeMap<>();
  final Map<String, DeviceCollection> rules = new TreeMap<>();

  SeenSite site() {
    return new SeenSite(
        new Site(
            new Site.Identity(
                "PS1", "9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214", Optional.empty(), Optional.empty()),
            List.of(),
            RollupState.UNKNOWN),
        new RouteDecision.Admitted(OnboardingRoute.APPLICATION, "", List.of(), List.of()),
        List.copyOf(applications),
        List.copyOf(deployments),
        List.copyOf(collections),
        List.copyOf(settings),
        List.copyOf(policies),
        groups,
        scopes,
        folders,
        tenants,
        rules);
  }

  /** An application that detects a tenant; without one, it only runs md4ws.msi. */
  void application(String logicalName, String title, Optional<String> tenant, String... platforms) {
    application(
        logicalName,
        title,
        "",
        "md4ws.msi",
        "",
        tenant.map(RegistryClause::onboardedTo),
        platforms);
  }

  void application(
      String logicalName,
      String title,
      String description,
      String command,
      String location,
      Optional<List<RegistryClause>> detection,
      String... platforms) {
    Application model =
        new Application(
            logicalName,
            title,
            description,
            "",
            "",
            new DeploymentType(
                "DeploymentType_" + title,
                "Script",
                "",
                Content.downloaded("Content_1", location, List.of()),
                new Program(
                    command, Uninstall.none(), ExitCodes.ofOneStep(), Experience.hidden(5, 60)),
                new TreeSet<>(Set.of(platforms)),
                List.of(),
                detection.orElse(List.of())));
    applications.add(
        new SeenApplication(model(logicalName), title, description, command, Optional.of(model)));
  }

  static String model(String logicalName) {
    return "ScopeId_1/" + logicalName;
  }

  void collection(String id, String name, long members, String limitedTo) {
    collections.add(new SeenCollection(id, name, "", members, false, limitedTo));
  }

  void deployment(String name, String logicalName, String collection, Instant start) {
    deployment("deployment", name, "", model(logicalName), collection, true, Optional.of(start));
  }

  void deployment(
      String kind,
      String name,
      String description,
      String model,
      String collection,
      boolean required,
      Optional<Instant> start) {
    deployments.add(
        new SeenDeployment(
            kind,
            name,
            description,
            model,
            collection,
            required,
            true,
            start,
            start.map(from -> from.plusSeconds(2 * 86_400))));
  }

  /** Options that have to be given, with the reasons in English. */
  static Map<String, String> missing(Answers answers) {
    Map<String, String> missing = new LinkedHashMap<>();
    answers.missing().forEach((option, why) -> missing.put(option, why.toString()));
    return missing;
  }
}
