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
 * and simulated devices, and update servers alongside if the site has them, each on a free port of
 * the loopback address. Where real sites are lenient it is strict; where they are unkind it is
 * unkind. {@code docs/lab.md} lists what it simulates, with the sources.
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
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
            time,
            new Door(site::service, faults, requests, entrance(options)));
    this.updateServers =
        file.updateServers().map(wsus -> new UpdateServers(wsus, clock, entrance(options)));
  }

  private static Entrance entrance(LabOptions options) {
    return options
        .credentials()
        .map(account -> Entrance.basic(account.user(), account.password()))
        .orElseGet(Entrance::open);
  }

  /** The sites the lab brings along. */
  public static List<String> siteNames() {
    return SiteFiles.names();
  }

  /**
   * Starts a site.
   *
   * @throws IllegalArgumentException for a site it does not have, naming those it has
   */
  public static Lab start(String site, LabOptions options) {
    return new Lab(SiteFiles.read(site), options);
  }

  /** Starts a site of one's own, from a file like those that the lab brings along. */
  public static Lab start(Path site, LabOptions options) {
    return new Lab(SiteFiles.read(site), options);
  }

  /** Where its AdminService answers, e.g. {@code http://127.0.0.1:40123/AdminService}. */
  public URI adminService() {
    return URI.create("http://127.0.0.1:" + server.address().getPort() + "/AdminService");
  }

  /** The site's time. What is due happens when the next request arrives. */
  public LabClock clock() {
    return clock;
  }

  /** The time that the site server tells. */
  public ToldTime time() {
    return time;
  }

  /** What shall go wrong. */
  public Faults faults() {
    return faults;
  }

  /** What the account may do. */
  public GrantedRights rights() {
    return site.rights();
  }

  /**
   * The update servers beside the site.
   *
   * @throws IllegalStateException when the site has none
   */
  public UpdateServers updateServers() {
    return updateServers.orElseThrow(
        () -> new IllegalStateException("this site has no update servers"));
  }

  /** Whether there are update servers beside the site. */
  public boolean hasUpdateServers() {
    return updateServers.isPresent();
  }

  /** The servers of the site. */
  public LabServers servers() {
    return site.servers();
  }

  /**
   * The site is upgraded in the console, to the release of another site that the lab has. Its
   * objects and its clients stay as they are; what the service offers is the new release's.
   */
  public void upgradeTo(String release) {
    SiteFile.Member own = SiteFiles.read(release).own();
    site.upgrade(own.build(), own.version());
  }

  /** From now on ids of applications that were deleted, earlier too, are refused for ever. */
  public void refuseRememberedIds() {
    site.refuseRemembered();
  }

  /**
   * From now on the service offers these no more: classes, or properties or methods of classes as
   * {@code Class.Name}.
   */
  public void lack(String... members) {
    site.lack(List.of(members));
  }

  /** How rows, metadata and keys spell properties now. */
  public Spelling spelling() {
    return site.spelling();
  }

  /** From now on rows, metadata and keys spell the properties of every class in this way. */
  public void spell(Spelling spelling) {
    site.spell(spelling);
  }

  /** Lets a person do something in the console that no API offers. */
  public void inConsole(Consumer<EndpointProtection> deed) {
    site.inConsole(deed);
  }

  /** Lets a person do something with software updates in the console. */
  public void inSoftwareLibrary(Consumer<SoftwareUpdates> deed) {
    site.inSoftwareLibrary(deed);
  }

  /** Lets a person do something with scripts in the console, such as approve one. */
  public void withScripts(Consumer<ScriptLibrary> deed) {
    site.withScripts(deed);
  }

  /** What reached the site. */
  public Requests requests() {
    return requests;
  }

  /**
   * The site's objects as canonical YAML: sorted, names instead of generated keys, no times or
   * counters. Two runs that did the same have the same dump.
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
