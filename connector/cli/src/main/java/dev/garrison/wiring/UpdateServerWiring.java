package dev.garrison.wiring;

import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.ServerClock;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.mecm.softwareupdate.SiteUpdateReader;
import dev.garrison.mecm.softwareupdate.SiteUpdateStock;
import dev.garrison.mecm.updaterule.UpdateProductResource;
import dev.garrison.mecm.updaterule.UpdateRuleResource;
import dev.garrison.recipe.sensor.SitePointRecipe;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Lease;
import dev.garrison.session.Sessions.Part;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.folder.FolderShare;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.survey.point.ServedRings;
import dev.garrison.survey.sensor.SensorSurveyor;
import dev.garrison.wiring.sensor.JournaledApprovals;
import dev.garrison.wiring.sensor.SensorIntents;
import dev.garrison.wsus.approval.ApprovalHistory;
import dev.garrison.wsus.approval.ApprovalOwnership;
import dev.garrison.wsus.approval.ApprovalReading;
import dev.garrison.wsus.approval.ApprovalWriting;
import dev.garrison.wsus.approval.SensorApprovalResource;
import dev.garrison.wsus.approval.SensorLicenceResource;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.decline.SensorDeclineResource;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.server.UpdateServerResource;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.soap.Contract;
import dev.garrison.wsus.subscription.ProductSubscriptionResource;
import dev.garrison.wsus.updateserver.SoapUpdateServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import dev.garrison.wsus.updateserver.UpdateServerSettings;
import dev.garrison.xml.HardenedXml;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds the parts of a session that are for update servers. */
final class UpdateServerWiring implements AutoCloseable {
  private final ManifestResult read;
  private final SensorUpdateSection section;
  private final StateFolder state;
  private final Clock clock;
  private final ApprovalHistory history;
  private final ApprovalOwnership ownership;
  private final UpdateServerPool pool;
  private final SensorStocks stocks = new SensorStocks();
  private final Optional<SiteUpdateStock> siteUpdates;
  private final Optional<Supplier<ServerClock>> siteClock;

  /**
   * @param section the manifest's rules for the sensor's update
   * @param site the site's service, if its software update point serves a ring
   */
  UpdateServerWiring(
      ManifestResult read,
      SensorUpdateSection section,
      StateFolder state,
      SiteConnection connection,
      Tempo tempo,
      Clock clock,
      Optional<AdminService> site) {
    this.read = read;
    this.siteUpdates =
        site.map(
            service -> new SiteUpdateStock(new SiteUpdateReader(service), ServedRings.of(section)));
    this.siteClock = site.map(service -> new SiteReader(service)::clock);
    this.section = section;
    this.state = state;
    this.clock = clock;
    this.history =
        new JournaledApprovals(
            new Json(),
            state,
            List.of(read.manifest().site().code(), JournalFolder.UPDATE_SERVERS));
    this.ownership = new ApprovalOwnership(new Mark(read.manifest().name()), history);
    this.pool =
        new UpdateServerPool(
            read.manifest().wsus().servers(),
            server -> connect(read.manifest(), server, connection, tempo));
  }

  /** Opens a connection to one server; nothing is sent yet. */
  static UpdateServer connect(
      Manifest manifest, WsusServer server, SiteConnection connection, Tempo tempo) {
    ConnectionPolicy policy =
        connection.policy(server.access()).within(UpdateServerSettings.TIMEOUTS);
    return new SoapUpdateServer(
        new UpdateServerSettings(
            server.name(),
            server.url(),
            policy,
            connection.writing(server.access()),
            "wsus.servers[%d]".formatted(manifest.wsus().servers().indexOf(server))),
        Contract.load(),
        new HardenedXml(),
        tempo);
  }

  List<ResourceType<?>> types() {
    WritePermission gate = new WritePermission(pool);
    AdminName admin = new AdminName(new Mark(read.manifest().name()));
    List<ResourceType<?>> types = new ArrayList<>(ofServers(gate, admin));
    siteUpdates.ifPresent(stock -> {
      types.add(
          new UpdateProductResource(
              stock, read.manifest().site().code(), () -> siteClock.orElseThrow().get().instant()));
      types.add(new UpdateRuleResource(stock, SitePointRecipe.orders(section)));
    });
    return types;
  }

  private List<ResourceType<?>> ofServers(WritePermission gate, AdminName admin) {
    return List.of(
        new UpdateServerResource(pool),
        new ProductSubscriptionResource(
            pool,
            stocks,
            gate,
            section.subscription() == SensorUpdateSection.Subscription.MANAGE,
            admin),
        new SensorLicenceResource(pool, stocks, gate, admin),
        new SensorApprovalResource(
            pool,
            new ApprovalReading(pool, stocks, section, ownership),
            new ApprovalWriting(gate, stocks, admin),
            history),
        new SensorDeclineResource(
            pool,
            stocks,
            new SensorDeclineResource.Means(gate, new DeclineExaminer(section)),
            admin));
  }

  /** Intents for the update servers, and for the site if it is part of the session. */
  IntentSource intents(Supplier<IntentSource> site, Part part) {
    return new SensorIntents(
        site,
        part,
        read,
        new SensorIntents.Servers(
            section,
            new SensorSurveyor(pool, stocks, ownership),
            siteUpdates,
            siteClock,
            clock.getZone()),
        lease());
  }

  /**
   * Lease for update servers.
   *
   * <p>A site's lease is on its share; update servers have none, so their lease is in the state
   * folder.
   */
  private Lease lease() {
    return holder ->
        new ShareLease(
                new FolderShare(new ShareAddress.Folder(state.made())),
                JournalFolder.UPDATE_SERVERS)
            .take(holder);
  }

  @Override
  public void close() {
    pool.close();
  }
}
