package dev.garrison.wsus.servers;

import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.tls.Trust;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A manifest of fake update servers, and the way to them. There is no site. */
public final class FakeAccess implements WsusAccess {
  private static final String MANIFEST =
      """
      apiVersion: garrison.dev/v1
      name: small
      site:
        code: PS1
        providers: [https://cm01.contoso.example/AdminService]
      content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
      tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
      packages:
        installer: packages/md4ws.msi
        installScript: packages/install.ps1
        platformUpdate: packages/UpdatePlatform.exe
        onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
      sampleSharing: none
      limitingCollection: All Servers
      distribution: {groups: [All DPs]}
      rings:
        - name: all
          collections: [Pilot servers]
          maxDevices: 50
          deadline: "+3d 22:00"
          antivirus: active
      """;

  private final List<WsusServer> servers = new ArrayList<>();
  private final Map<String, FakeUpdateServer> fakes = new HashMap<>();
  private Optional<SensorUpdateSection> section = Optional.empty();

  /** One more server, and what answers there. */
  public FakeUpdateServer add(WsusServer named) {
    FakeUpdateServer fake = new FakeUpdateServer(named.name());
    servers.add(named);
    fakes.put(named.name(), fake);
    return fake;
  }

  /** What answers at a server that the manifest does not name. */
  public FakeUpdateServer behind(String name) {
    return fakes.computeIfAbsent(name, FakeUpdateServer::new);
  }

  /** What the manifest says of the sensor's update. */
  public void manages(SensorUpdateSection sensorUpdate) {
    section = Optional.of(sensorUpdate);
  }

  @Override
  public Manifest manifest() {
    Manifest read =
        new ManifestReader()
            .read(
                "garrison.yaml",
                Path.of("/srv"),
                MANIFEST.getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2026, 11, 24))
            .manifest();
    return new Manifest(
        read.name(),
        read.site(),
        read.content(),
        read.tenant(),
        read.packages(),
        read.naming(),
        read.consoleFolder(),
        read.securityScopes(),
        read.limitingCollection(),
        read.allowAllSystems(),
        read.distribution(),
        read.operatingSystems(),
        read.rollout(),
        read.rings(),
        read.offboard(),
        read.sampleSharing(),
        read.exemptions(),
        read.antivirusProducts(),
        read.blackout(),
        new WsusSection(servers, section),
        read.jobs(),
        read.server(),
        read.notifications());
  }

  @Override
  public ServerInspection inspection(WsusServer server) {
    return new ServerInspection(
        new Trust(List.of(new Trust.Anchor.SystemAuthorities())),
        false,
        Timeouts.DEFAULT,
        () -> FakeMemory.START);
  }

  @Override
  public UpdateServer open(WsusServer server) {
    FakeUpdateServer fake = Objects.requireNonNull(fakes.get(server.name()), server.name());
    fake.open();
    return fake;
  }

  @Override
  public void close() {}
}
