package dev.garrison.lab;

import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Provider;
import dev.garrison.lab.adminservice.application.ApplicationClasses;
import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.client.Contacts;
import dev.garrison.lab.adminservice.client.Inventory;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.collection.CollectionClasses;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.console.Folders;
import dev.garrison.lab.adminservice.console.Scopes;
import dev.garrison.lab.adminservice.content.ContentClasses;
import dev.garrison.lab.adminservice.content.Distribution;
import dev.garrison.lab.adminservice.content.PointGroup;
import dev.garrison.lab.adminservice.content.SourceShares;
import dev.garrison.lab.adminservice.deployment.Assignments;
import dev.garrison.lab.adminservice.deployment.DeploymentClasses;
import dev.garrison.lab.adminservice.deployment.Deployments;
import dev.garrison.lab.adminservice.deployment.GeneratedAssets;
import dev.garrison.lab.adminservice.deployment.World;
import dev.garrison.lab.adminservice.endpointprotection.EndpointProtection;
import dev.garrison.lab.adminservice.installer.Workspaces;
import dev.garrison.lab.adminservice.pivot.PivotOperations;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Release;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.rights.GrantedRights;
import dev.garrison.lab.adminservice.rights.SecuredClass;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.schema.Spelling;
import dev.garrison.lab.adminservice.script.ScriptLibrary;
import dev.garrison.lab.adminservice.script.ScriptRuns;
import dev.garrison.lab.adminservice.site.AntivirusRows;
import dev.garrison.lab.adminservice.site.DeviceRows;
import dev.garrison.lab.adminservice.site.SiteClasses;
import dev.garrison.lab.adminservice.site.SiteFile;
import dev.garrison.lab.adminservice.site.SiteStart;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.DeviceInventory;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.fault.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Builds one simulated site from its site file. */
final class LabSite {
  private final SiteFile file;
  private final SiteContext context;
  private final Fleet fleet;
  private final GrantedRights rights = new GrantedRights();
  private final List<ProviderClass> classes = new ArrayList<>();
  private final List<Consumer<Dump>> dumps = new ArrayList<>();
  private final Timeline timeline;
  private final Faults faults;
  private volatile AdminService service;
  private volatile Spelling spelling = Spelling.OF_THE_CLASS;
  private final Set<String> missing = new TreeSet<>();
  private final EndpointProtection endpointProtection;
  private final SoftwareUpdates softwareUpdates;
  private final LabServers servers;
  private final ClientDoor clientDoor;
  private final PivotOperations pivot;
  private final ScriptLibrary scripts;
  private final ScriptRuns runs;
  private final Applications applications;
  private final Distribution distribution;

  private LabSite(SiteFile file, Clock clock, Map<String, Path> shares, Faults faults) {
    this.file = file;
    Release release = new Release(file.own().build(), file.own().version());
    this.faults = faults;
    missing.addAll(file.missingInventory());
    if (!file.modeInventory()) {
      missing.add(AntivirusRows.MODE);
    }
    this.timeline = new Timeline(clock);
    this.context =
        new SiteContext(
            file.code(), file.own().name(), release, file.id(), "LAB\\garrison", timeline);
    Schema schema = Schema.at(release.build()).without(missing);
    SiteStart start = new SiteStart(file);
    this.fleet = start.fleet();
    Sensors sensors = Sensors.of(start.listedDevices(), timeline.now());
    Antiviruses antiviruses = new Antiviruses(fleet);
    DeviceInventory found = new DeviceInventory(fleet, sensors, antiviruses, start.listedDevices());
    Polling polling = new Polling(timeline.now());
    DeviceRows devices =
        new DeviceRows(
            file.primaries(),
            schema,
            fleet,
            sensors,
            new Contacts(timeline, polling),
            new AntivirusRows(fleet, found, file.endpointProtection()));
    start.listedDevices().stream()
        .filter(device -> !device.contact().active())
        .forEach(device -> polling.turnOff(device.index(), timeline.now()));
    Collections collections =
        new Collections(context, devices, Duration.ofSeconds(file.replicationSeconds()));
    start.fill(collections);
    Inventory inventory = new Inventory(timeline, polling, sensors, found, collections);
    this.applications = new Applications(context, file.digestsAsSent());
    this.distribution = new Distribution(context, new SourceShares(shares), groups(file));
    applications.listen(distribution);
    this.endpointProtection =
        new EndpointProtection(
            new EndpointProtection.Surroundings(
                context, fleet, sensors, antiviruses, polling, inventory, collections),
            file.scepInstall(),
            file.signedScripts());
    World world =
        new World(
            context,
            fleet,
            sensors,
            antiviruses,
            workspaces(file),
            polling,
            inventory,
            collections,
            applications,
            distribution,
            file.pausableDeployments());
    this.pivot =
        new PivotOperations(
            new PivotOperations.Surroundings(
                context, fleet, sensors, antiviruses, polling, collections),
            index -> devices.siteOf(index).equals(file.code()),
            rights);
    this.softwareUpdates =
        new SoftwareUpdates(
            context,
            collections,
            fleet,
            file.softwareUpdatePoint().map(SiteFile.UpdatePoint::server),
            file.softwareUpdatePoint().map(SiteFile.UpdatePoint::versions).orElseGet(Map::of));
    start.fill(softwareUpdates);
    this.scripts = new ScriptLibrary(context, rights);
    this.runs =
        new ScriptRuns(
            new ScriptRuns.Surroundings(
                context,
                fleet,
                sensors,
                polling,
                scripts,
                rights,
                index -> devices.siteOf(index).equals(file.code()),
                file.signedScripts()));
    classes.add(scripts);
    classes.addAll(runs.classes());
    classes.addAll(new SiteClasses(context, file, rights).all());
    classes.addAll(devices.classes());
    Deployments deployments = serve(world, devices, new Assignments());
    this.service = serviceOf(schema);
    service
        .provider()
        .alone(() -> new OthersWork(classes, context.timeline()).all(file.allOthers()));
    this.servers =
        new LabServers(
            () -> service.provider(),
            new LabServers.Parts(fleet, collections, sensors, antiviruses, deployments, runs));
    this.clientDoor =
        new ClientDoor(
            () -> service.provider(),
            new ClientDoor.Site(timeline, fleet, inventory, distribution, deployments, pivot));
  }

  private AdminService serviceOf(Schema schema) {
    return new AdminService(
        new Provider(
            schema, spelling, timeline, SecuredClass.all(classes, rights), faults::isLocked),
        pivot,
        runs,
        context.build(),
        file.lenientQueries(),
        file.paging());
  }

  /** Upgrades the site to another release. */
  void upgrade(int build, String version) {
    service
        .provider()
        .alone(() -> {
          context.release().upgrade(build, version);
          service = serviceOf(Schema.at(build).without(missing));
          return service;
        });
  }

  /** Refuses ids of deleted applications permanently from now on. */
  void refuseRemembered() {
    service
        .provider()
        .alone(() -> {
          applications.refuseRemembered();
          return applications;
        });
  }

  /** Removes classes, properties, or methods from the service. */
  void lack(Collection<String> members) {
    service
        .provider()
        .alone(() -> {
          missing.addAll(members);
          service = serviceOf(Schema.at(context.build()).without(missing));
          return service;
        });
  }

  Spelling spelling() {
    return spelling;
  }

  /** Changes the spelling of properties. */
  void spell(Spelling as) {
    service
        .provider()
        .alone(() -> {
          spelling = as;
          service = serviceOf(Schema.at(context.build()).without(missing));
          return service;
        });
  }

  static LabSite of(SiteFile file, Clock clock, Map<String, Path> shares, Faults faults) {
    return new LabSite(file, clock, shares, faults);
  }

  /** Workspaces of the listed devices; a device's index is its place in the list. */
  private static Workspaces workspaces(SiteFile file) {
    Workspaces workspaces = new Workspaces();
    for (int index = 0; index < file.allDevices().size(); index++) {
      workspaces.add(index, file.allDevices().get(index).agentWorkspaces());
    }
    return workspaces;
  }

  private static List<PointGroup> groups(SiteFile file) {
    return file.groups().stream()
        .map(group -> PointGroup.of(group.name(), group.points(), group.dead()))
        .toList();
  }

  private Deployments serve(World world, DeviceRows devices, Assignments assignments) {
    Deployments made = new Deployments(world, assignments);
    KnownNames names = new KnownNames(world.applications(), world.collections());
    Folders folders = folders(names);
    CollectionClasses collections =
        new CollectionClasses(
            context,
            world.collections(),
            fleet,
            devices,
            id -> folders.pathOf(Folders.DEVICE_COLLECTIONS, id));
    classes.addAll(
        collections.all(id -> {
          made.collectionGoes(id);
          endpointProtection.collectionGoes(id);
        }));
    dumps.add(collections::dump);

    Scopes scopes = new Scopes(context, names);
    world.applications().listen(scopes);
    ApplicationClasses applications =
        new ApplicationClasses(
            context,
            world.applications(),
            new KnownUse(assignments, world.distribution(), scopes, folders));
    classes.addAll(applications.all());
    dumps.add(applications::dump);

    ContentClasses content = new ContentClasses(context, world.distribution());
    classes.addAll(content.all());
    dumps.add(content::dump);

    DeploymentClasses deployments = new DeploymentClasses(made);
    Optional<GeneratedAssets> assets =
        file.sizes().map(_ -> new GeneratedAssets(fleet, context.timeline().now()));
    assets.ifPresent(generated ->
        file.sizes()
            .ifPresent(
                sizes -> generated.register(assignments, sizes.deployment(), sizes.description())));
    classes.addAll(deployments.all(assets, pivot::status));
    dumps.add(deployments::dump);
    serveConsole(folders, scopes);
    return made;
  }

  private Folders folders(KnownNames names) {
    return new Folders(
        context,
        file.allFolders().stream()
            .map(folder -> new Folders.Folder(folder.name(), folder.objectType(), 0))
            .toList(),
        names);
  }

  private void serveConsole(Folders folders, Scopes scopes) {
    classes.addAll(folders.classes());
    dumps.add(folders::dump);
    classes.addAll(scopes.classes());
    dumps.add(scopes::dump);
    classes.addAll(endpointProtection.classes());
    dumps.add(endpointProtection::dump);
    classes.addAll(softwareUpdates.classes());
    dumps.add(softwareUpdates::dump);
  }

  ClientDoor clientDoor() {
    return clientDoor;
  }

  LabServers servers() {
    return servers;
  }

  /** Performs an action of an administrator in the console. */
  void inConsole(Consumer<EndpointProtection> deed) {
    service
        .provider()
        .alone(() -> {
          deed.accept(endpointProtection);
          return endpointProtection;
        });
  }

  /** Performs an action of an administrator with software updates in the console. */
  void inSoftwareLibrary(Consumer<SoftwareUpdates> deed) {
    service
        .provider()
        .alone(() -> {
          deed.accept(softwareUpdates);
          return softwareUpdates;
        });
  }

  /** Performs an action of an administrator with scripts in the console. */
  void withScripts(Consumer<ScriptLibrary> deed) {
    service
        .provider()
        .alone(() -> {
          deed.accept(scripts);
          return scripts;
        });
  }

  /** Cuts the distribution points off from the site, or connects them again. */
  void cutOff(boolean value) {
    service
        .provider()
        .alone(() -> {
          distribution.cutOff(value);
          return distribution;
        });
  }

  GrantedRights rights() {
    return rights;
  }

  Release release() {
    return context.release();
  }

  AdminService service() {
    return service;
  }

  Map<String, List<SortedMap<String, Object>>> dump() {
    return service
        .provider()
        .alone(() -> {
          Dump dump = new Dump();
          dumps.forEach(part -> part.accept(dump));
          return dump.sorted();
        });
  }
}
