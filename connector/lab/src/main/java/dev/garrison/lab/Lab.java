package dev.garrison.lab;

import dev.garrison.lab.adminservice.endpointprotection.EndpointProtection;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.rights.GrantedRights;
import dev.garrison.lab.adminservice.schema.Spelling;
import dev.garrison.lab.adminservice.script.ScriptLibrary;
import dev.garrison.lab.adminservice.site.SiteFile;
import dev.garrison.lab.adminservice.site.SiteFiles;
import dev.garrison.lab.adminservice.softwareupdate.SoftwareUpdates;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.http.ToldTime;
import dev.garrison.lab.http.WebServer;
import dev.garrison.lab.wsus.UpdateServers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A simulated site to try Garrison against. It has the AdminService over a simulated SMS Provider
 * and simulated devices, and update servers alongside if the site has them, each on a port of the
 * loopback address. It is strict where real sites are lenient, and imitates them where they are
 * difficult. {@code docs/lab.md} lists what it simulates, with the sources.
 */
public final class Lab implements AutoCloseable {
  private final LabClock clock;
  private final Faults faults = new Faults();
  private final Requests requests = new Requests();
  private final LabSite site;
  private final ToldTime time;
  private final WebServer server;
  private final Optional<UpdateServers> updateServers;

  private Lab(SiteFile file, LabOptions options) {
    this.clock = new LabClock(options.start());
    this.site = LabSite.of(file, clock, options.shares(), faults);
    this.time = new ToldTime(clock);
    this.server =
        new WebServer(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port()),
            time,
            new Door(site::service, site.clientDoor(), faults, requests, entrance(options)));
    this.updateServers =
        file.updateServers()
            .map(wsus ->
                new UpdateServers(
                    wsus, clock, entrance(options), options.port() == 0 ? 0 : options.port() + 1));
  }

  private static Entrance entrance(LabOptions options) {
    return options
        .credentials()
        .map(account -> Entrance.basic(account.user(), account.password()))
        .orElseGet(Entrance::open);
  }

  /** Names of the sites that are part of the lab. */
  public static List<String> siteNames() {
    return SiteFiles.names();
  }

  /** The releases of Configuration Manager, of which a site can be upgraded to each later one. */
  public static List<String> releases() {
    return SiteFiles.names().stream()
        .filter(name -> name.length() == 4 && Character.isDigit(name.charAt(0)))
        .toList();
  }

  /**
   * Starts a site of the lab.
   *
   * @throws IllegalArgumentException for an unknown site; the message names the known sites
   */
  public static Lab start(String site, LabOptions options) {
    return new Lab(SiteFiles.read(site), options);
  }

  /**
   * Starts a custom site, from a file like those of the lab's own sites.
   *
   * @throws dev.garrison.lab.adminservice.site.SiteFileException if the file has a mistake
   */
  public static Lab start(Path site, LabOptions options) {
    return new Lab(SiteFiles.read(site), options);
  }

  /** Address of its AdminService, e.g. {@code http://127.0.0.1:40123/AdminService}. */
  public URI adminService() {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + "/AdminService");
  }

  /**
   * Address at which a real server that joined the site reports. Only the lab has it: real clients
   * talk to a management point.
   *
   * @see LabServers#join(String)
   */
  public URI clientDoor() {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + ClientDoor.ROOT);
  }

  /** Clock of the site. Events that are due happen when the next request arrives. */
  public LabClock clock() {
    return clock;
  }

  /** Time that the site server reports in its answers. */
  public ToldTime time() {
    return time;
  }

  /** Faults of the site. */
  public Faults faults() {
    return faults;
  }

  /** Rights of the account. */
  public GrantedRights rights() {
    return site.rights();
  }

  /**
   * Update servers alongside the site.
   *
   * @throws IllegalStateException if the site has none
   */
  public UpdateServers updateServers() {
    return updateServers.orElseThrow(
        () -> new IllegalStateException("this site has no update servers"));
  }

  /** Whether there are update servers alongside the site. */
  public boolean hasUpdateServers() {
    return updateServers.isPresent();
  }

  /** Servers of the site. */
  public LabServers servers() {
    return site.servers();
  }

  /**
   * Upgrades the site in the console to the release of another site of the lab. Its objects and its
   * clients stay as they are; the service offers the classes of the new release.
   */
  public void upgradeTo(String release) {
    SiteFile.Member own = SiteFiles.read(release).own();
    site.upgrade(own.build(), own.version());
  }

  /** Upgrades the site and its clients to a later release, as Configuration Manager does. */
  public void upgradeWithClients(String release) {
    upgradeTo(release);
    servers().upgradeClients(SiteFiles.read(release).allUpdates().getLast().clientVersion());
  }

  /** Releases to which the site can be upgraded, such as 2207. */
  public List<String> laterReleases() {
    int build = site.release().build();
    return releases().stream().filter(name -> SiteFiles.read(name).own().build() > build).toList();
  }

  /** Version of the site, such as 5.00.9078.1000. */
  public String version() {
    return site.release().version();
  }

  /** Refuses ids of deleted applications permanently from now on, also of those deleted earlier. */
  public void refuseRememberedIds() {
    site.refuseRemembered();
  }

  /**
   * Removes classes, properties, or methods from the service from now on. Properties and methods
   * are given as {@code Class.Name}.
   */
  public void lack(String... members) {
    site.lack(List.of(members));
  }

  /** Current spelling of properties in rows, metadata, and keys. */
  public Spelling spelling() {
    return site.spelling();
  }

  /** Changes the spelling of the properties of every class in rows, metadata, and keys. */
  public void spell(Spelling spelling) {
    site.spell(spelling);
  }

  /** Performs an action of an administrator in the console that no API offers. */
  public void inConsole(Consumer<EndpointProtection> deed) {
    site.inConsole(deed);
  }

  /** Performs an action of an administrator with software updates in the console. */
  public void inSoftwareLibrary(Consumer<SoftwareUpdates> deed) {
    site.inSoftwareLibrary(deed);
  }

  /** Performs an action of an administrator with scripts in the console, such as an approval. */
  public void withScripts(Consumer<ScriptLibrary> deed) {
    site.withScripts(deed);
  }

  /**
   * Cuts every distribution point off from the site, or connects them again. Then the transfers
   * that failed meanwhile are repeated.
   */
  public void cutOffDistributionPoints(boolean value) {
    site.cutOff(value);
  }

  /** Requests that the site received. */
  public Requests requests() {
    return requests;
  }

  /**
   * Objects of the site as canonical YAML. They are sorted, with names instead of generated keys,
   * and without times or counters. Two runs with the same changes have the same dump.
   */
  public String dump() {
    return Dump.yaml(site.dump());
  }

  /** Stops answering. Open connections are closed. */
  @Override
  public void close() {
    server.close();
    updateServers.ifPresent(UpdateServers::close);
  }
}
