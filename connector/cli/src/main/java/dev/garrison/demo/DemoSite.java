package dev.garrison.demo;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.resource.Mark;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.deployment.DeviceStates;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.xml.HardenedXml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Simulated site of a demonstration, and the states of its servers as the site reports them. */
final class DemoSite implements AutoCloseable {
  static final String CONTENT_SOURCE = "\\\\files.lab.example\\mde$";
  static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  private final Lab lab;
  private final HttpAdminService service;

  DemoSite(String site, Path share) {
    this(site, share, START);
  }

  /**
   * @param start the time on the site
   */
  DemoSite(String site, Path share, Instant start) {
    this(Lab.start(site, options(start, share)));
  }

  /**
   * @param file a site file like those of the lab's own sites
   * @param start the time on the site
   */
  DemoSite(Path file, Path share, Instant start) {
    this(Lab.start(file, options(start, share)));
  }

  /**
   * @param lab a lab with {@link #options}
   */
  DemoSite(Lab lab) {
    this.lab = lab;
    this.service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(lab.adminService()),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(lab.clock(), lab.clock()::advance, () -> 0.5));
  }

  static LabOptions options(Instant start, Path share) {
    return new LabOptions(start, Map.of(CONTENT_SOURCE, share), Optional.empty());
  }

  Lab lab() {
    return lab;
  }

  /** Site code that the site reports. */
  String code() {
    return new SiteReader(service).read().identity().code();
  }

  /** Lets this much time pass on the site, so that it does its work. */
  void pass(Duration time) {
    lab.clock().advance(time);
  }

  SortedMap<String, Integer> devices(Mark mark) {
    return new DeviceStates(service).count(mark);
  }

  @Override
  public void close() {
    service.close();
    lab.close();
  }
}
