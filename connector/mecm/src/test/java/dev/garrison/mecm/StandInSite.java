package dev.garrison.mecm;

import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.xml.HardenedXml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lab with our client in front of it. */
public final class StandInSite implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  private final Lab lab;
  private final HttpAdminService service;

  public StandInSite(String site) {
    this(site, Map.of());
  }

  public StandInSite(String site, Map<String, Path> shares) {
    lab = Lab.start(site, new LabOptions(START, shares, Optional.empty()));
    service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(lab.adminService()),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(lab.clock(), lab.clock()::advance, () -> 0.5));
  }

  public Lab lab() {
    return lab;
  }

  public HttpAdminService service() {
    return service;
  }

  /** Lets the site work for a while. */
  public void pass(Duration time) {
    lab.clock().advance(time);
  }

  @Override
  public void close() {
    service.close();
    lab.close();
  }
}
