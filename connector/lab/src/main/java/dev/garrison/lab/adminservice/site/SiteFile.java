package dev.garrison.lab.adminservice.site;

import dev.garrison.lab.device.Device.Condition;
import dev.garrison.lab.device.MaintenanceWindow;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.lab.wsus.site.WsusFile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site as described by its site file.
 *
 * @param code of the site whose provider answers
 * @param id the hierarchy's GUID
 * @param pageSize rows per page; absent if lists are not paged
 * @param lenientQueries whether it takes an encoded dollar sign or quote and a plus sign for a
 *     space
 * @param replicationSeconds additional time that membership takes compared with a primary site
 * @param digestsAsSent whether it keeps applications as they were sent; otherwise as Microsoft's
 *     library writes them
 * @param pausableDeployments whether PUT of a deployment takes effect; otherwise it is refused
 * @param scepInstall whether the Endpoint Protection setting installs the old agent
 * @param endpointProtection whether the site has the Endpoint Protection role, and its clients
 *     report the state of their antivirus
 * @param modeInventory whether an administrator added the class MSFT_MpComputerStatus to hardware
 *     inventory
 * @param uninventoried classes of hardware inventory that the site does not collect
 * @param signedScripts whether the Computer Agent setting requires signed scripts
 * @param others applications and deployments of other administrators
 * @param wsus the update servers alongside the site
 * @param updatePoint its software update point
 */
public record SiteFile(
    String code,
    String id,
    String providerVersion,
    @Nullable Integer pageSize,
    boolean lenientQueries,
    int replicationSeconds,
    boolean digestsAsSent,
    boolean pausableDeployments,
    boolean scepInstall,
    boolean signedScripts,
    boolean endpointProtection,
    boolean modeInventory,
    @Nullable List<String> uninventoried,
    List<Member> sites,
    @Nullable List<Update> updates,
    @Nullable List<Computer> devices,
    @Nullable Generated generated,
    @Nullable List<Gathering> collections,
    List<PointGroup> groups,
    @Nullable List<Folder> folders,
    @Nullable List<Other> others,
    @Nullable WsusFile wsus,
    @Nullable UpdatePoint updatePoint) {

  /** A site of the hierarchy; type 2 is a primary site, 4 is the central administration site. */
  public record Member(
      String code, String name, int type, int build, String version, String parent) {}

  /** An in-console update. */
  public record Update(
      String guid,
      String name,
      String fullVersion,
      String clientVersion,
      int state,
      boolean history) {}

  /**
   * A device; under tamper protection unless the file says otherwise.
   *
   * @param window opening time of a general window every night
   * @param windowHours length of that window; four hours if the file does not say
   * @param windows other windows
   * @param overruled whether a Group Policy sets ForceDefenderPassiveMode to 0
   * @param edrBlock whether EDR in block mode is on, so that AMRunningMode says EDR Block Mode
   * @param realTimeOff whether a policy turns real-time protection off
   * @param passive whether ForceDefenderPassiveMode is 1 from the start
   * @param oldSensor whether the sensor of the Microsoft Monitoring Agent is the onboarded one
   * @param antivirus security products of other makers
   * @param has services or updates that a healthy device of its kind does not have
   * @param lacks services or updates that a healthy device of its kind has
   * @param disabled services that do not start
   * @param revision the last part of its build number
   * @param freeMegabytes on its system drive
   * @param restart ClientState: not 0 while a restart is pending
   */
  public record Computer(
      String name,
      OperatingSystem os,
      @Nullable String client,
      @Nullable String window,
      @Nullable Integer windowHours,
      @Nullable List<Window> windows,
      @Nullable String onboardedTo,
      @Nullable Integer minutes,
      boolean reboot,
      int exitCode,
      @Nullable Boolean tamperProtection,
      boolean losesPassive,
      boolean overruled,
      boolean edrBlock,
      boolean realTimeOff,
      boolean passive,
      boolean oldSensor,
      @Nullable List<Product> antivirus,
      boolean undetected,
      boolean inactive,
      boolean obsolete,
      boolean noInventory,
      @Nullable List<String> has,
      @Nullable List<String> lacks,
      @Nullable List<String> disabled,
      @Nullable Integer revision,
      @Nullable Integer freeMegabytes,
      @Nullable Integer restart,
      @Nullable List<String> workspaces) {
    /** Security products of other makers. */
    public List<OtherAntivirus> others() {
      return orNone(antivirus).stream().map(Product::antivirus).toList();
    }

    /** Workspaces of its Microsoft Monitoring Agent; none if it has no such agent. */
    public List<String> agentWorkspaces() {
      return orNone(workspaces);
    }

    /** State of its Windows. */
    public Condition condition() {
      Condition condition =
          Condition.healthy(os).with(orNone(has), orNone(lacks), orNone(disabled));
      condition = revision == null ? condition : condition.withRevision(revision);
      condition = freeMegabytes == null ? condition : condition.withFree(freeMegabytes);
      return restart == null ? condition : condition.withRestart(restart);
    }

    /** All its maintenance windows. */
    public List<MaintenanceWindow> allWindows() {
      List<Window> all = new ArrayList<>(orNone(windows));
      if (window != null) {
        all.add(new Window(window, windowHours == null ? 4 : windowHours, null, null, null));
      }
      return all.stream().map(Window::window).toList();
    }
  }

  /**
   * A security product of another maker.
   *
   * @param service the name of its service
   * @param program DisplayName of its uninstall entry
   * @param stopped whether its service does not run
   * @param sensor whether it is a sensor only, which protects nothing
   */
  public record Product(
      String product,
      @Nullable String service,
      @Nullable String program,
      boolean stopped,
      boolean sensor) {
    OtherAntivirus antivirus() {
      return new OtherAntivirus(
          product, Optional.ofNullable(service), Optional.ofNullable(program), !sensor, !stopped);
    }
  }

  /**
   * A maintenance window.
   *
   * @param hours how long it is open, together with the minutes
   * @param day the day of the week; every day if the file does not say
   * @param only {@code updates} or {@code tasks}; everything if the file does not say
   */
  public record Window(
      String start,
      @Nullable Integer hours,
      @Nullable Integer minutes,
      @Nullable String day,
      @Nullable String only) {
    MaintenanceWindow window() {
      Duration length =
          Duration.ofHours(hours == null ? 0 : hours).plusMinutes(minutes == null ? 0 : minutes);
      return new MaintenanceWindow(
          only == null
              ? MaintenanceWindow.Kind.GENERAL
              : MaintenanceWindow.Kind.valueOf(only.toUpperCase(Locale.ROOT)),
          LocalTime.parse(start),
          length,
          Optional.ofNullable(day).map(name -> DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT))));
    }
  }

  /** A collection, defined by a query or by the names of its members. */
  public record Gathering(String name, @Nullable String query, @Nullable List<String> members) {
    /** Query, if it has one. */
    public Optional<String> wql() {
      return Optional.ofNullable(query);
    }
  }

  /** A distribution point group; {@code dead} is the number of a point that never answers. */
  public record PointGroup(String name, int points, int dead) {}

  /**
   * A software update point. It has the releases that the site's update servers have.
   *
   * @param server the server with that role
   * @param sensors the version of the sensor by device name
   */
  public record UpdatePoint(
      String server, @Nullable Map<String, String> sensors, @Nullable Releases releases) {
    /** Versions of the sensor on devices; a device without the agent has none. */
    public Map<String, String> versions() {
      return sensors == null ? Map.of() : Map.copyOf(sensors);
    }

    /** Generated releases. */
    public Optional<Releases> more() {
      return Optional.ofNullable(releases);
    }
  }

  /** Generated releases: the same number for each family and each channel. */
  public record Releases(List<String> families, List<String> channels, int each) {}

  /**
   * An application of another administrator, with a digest that Microsoft's library wrote.
   *
   * @param digest its file, without the extension
   * @param collection the collection to which it is deployed; absent if it is not deployed
   * @param required whether the deployment has a deadline
   */
  public record Other(String digest, @Nullable String collection, boolean required) {
    /** Collection to which it is deployed. */
    public Optional<String> deployedTo() {
      return Optional.ofNullable(collection);
    }
  }

  /** A console folder. */
  public record Folder(String name, int objectType) {}

  /**
   * A generated site.
   *
   * @param tenant the organization to which most of its sensors report
   * @param deployment the name of the deployment that ran on every device
   * @param description the description of that deployment
   */
  public record Generated(
      int devices, int collections, String tenant, String deployment, String description) {}

  /** Site whose provider answers. */
  public Member own() {
    return sites.stream()
        .filter(site -> site.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the site file lacks its own site " + code));
  }

  /** Primary sites, to which clients are assigned. */
  public List<String> primaries() {
    return sites.stream().filter(site -> site.type() == 2).map(Member::code).toList();
  }

  /** Rows per page; empty if lists are not paged. */
  public Optional<Integer> paging() {
    return Optional.ofNullable(pageSize);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** In-console updates. */
  public List<Update> allUpdates() {
    return orNone(updates);
  }

  /** Classes of hardware inventory that the site lacks. */
  public List<String> missingInventory() {
    return orNone(uninventoried);
  }

  /** Listed devices. */
  public List<Computer> allDevices() {
    return orNone(devices);
  }

  /** Listed collections. */
  public List<Gathering> allCollections() {
    return orNone(collections);
  }

  /** Console folders. */
  public List<Folder> allFolders() {
    return orNone(folders);
  }

  /** Applications and deployments of other administrators. */
  public List<Other> allOthers() {
    return orNone(others);
  }

  /** Update servers alongside the site. */
  public Optional<WsusFile> updateServers() {
    return Optional.ofNullable(wsus);
  }

  /** Software update point of the site. */
  public Optional<UpdatePoint> softwareUpdatePoint() {
    return Optional.ofNullable(updatePoint);
  }

  /** Sizes, if the site is generated. */
  public Optional<Generated> sizes() {
    return Optional.ofNullable(generated);
  }
}
