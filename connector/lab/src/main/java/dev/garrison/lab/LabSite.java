package dev.garrison.lab;

import dev.garrison.lab.adminservice.AdminService;
import dev.garrison.lab.adminservice.Provider;
import dev.garrison.lab.adminservice.collection.CollectionClasses;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.site.DeviceRows;
import dev.garrison.lab.adminservice.site.SiteClasses;
import dev.garrison.lab.adminservice.site.SiteFile;
import dev.garrison.lab.adminservice.site.SiteStart;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import dev.garrison.lab.fault.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Puts one site together from its file. */
final class LabSite {
  private final AdminService service;
  private final CollectionClasses collectionClasses;

  private LabSite(AdminService service, CollectionClasses collectionClasses) {
    this.service = service;
    this.collectionClasses = collectionClasses;
  }

  static LabSite of(SiteFile file, Clock clock, Map<String, Path> shares, Faults faults) {
    int build = file.own().build();
    Timeline timeline = new Timeline(clock);
    SiteContext context =
        new SiteContext(
            file.code(), file.own().name(), build, file.id(), "LAB\\garrison", timeline);
    Schema schema = Schema.at(build);
    SiteStart start = new SiteStart(file);
    Fleet fleet = start.fleet();
    Sensors sensors = Sensors.of(start.listedDevices(), timeline.now());
    DeviceRows devices = new DeviceRows(context, schema, fleet, sensors);
    Collections collections =
        new Collections(context, devices, Duration.ofSeconds(file.replicationSeconds()));
    start.fill(collections);
    CollectionClasses collectionClasses =
        new CollectionClasses(context, collections, fleet, devices);

    List<ProviderClass> classes = new ArrayList<>(new SiteClasses(context, file).all());
    classes.addAll(devices.classes());
    classes.addAll(collectionClasses.all(id -> false));
    Provider provider = new Provider(schema, timeline, classes, faults::isLocked);
    return new LabSite(new AdminService(provider, build, file.paging()), collectionClasses);
  }

  AdminService service() {
    return service;
  }

  Map<String, List<SortedMap<String, Object>>> dump() {
    return service
        .provider()
        .alone(() -> {
          Dump dump = new Dump();
          collectionClasses.dump(dump);
          return dump.sorted();
        });
  }
}
