package dev.garrison.lab.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A computer that the site knows.
 *
 * @param index its place in the fleet, from 0
 * @param clientVersion of the Configuration Manager client; empty if none is installed
 * @param windows its maintenance windows; without a general window it can install at any time
 * @param onboardedTo the organization to which the sensor reports at the start
 * @param contact contact of its client with the site
 * @param traits behavior of installations on it
 * @param antivirus reaction of Microsoft Defender Antivirus to a change of its mode
 * @param condition the state of its Windows
 * @param others security products of other makers that it has at the start
 */
public record Device(
    int index,
    String name,
    OperatingSystem os,
    Optional<String> clientVersion,
    List<MaintenanceWindow> windows,
    Optional<String> onboardedTo,
    Contact contact,
    InstallTraits traits,
    AntivirusTraits antivirus,
    Condition condition,
    List<OtherAntivirus> others) {
  /** First ResourceID on a real site. */
  public static final long FIRST_RESOURCE_ID = 16777219L;

  /** Domain of every device. */
  public static final String DOMAIN = "lab.example.com";

  public Device {
    windows = List.copyOf(windows);
    others = List.copyOf(others);
  }

  /** Windows that restrict the installation of applications. */
  public List<MaintenanceWindow> generalWindows() {
    return windows.stream().filter(MaintenanceWindow::isGeneral).toList();
  }

  /** Whether its client polls for policy. */
  public boolean polls() {
    return clientVersion.isPresent() && contact.active();
  }

  /** Whether a real server stands for it, so that nothing on it is simulated. */
  public boolean joined() {
    return contact.joined();
  }

  /** The same device with a real server behind it. */
  Device asJoined() {
    return with(clientVersion, Optional.empty(), contact.ofRealServer(), traits, antivirus);
  }

  /** Whether the site has its hardware inventory. */
  public boolean isInventoried() {
    return clientVersion.isPresent() && contact.inventoried();
  }

  /** The same device with another client version, if it has a client. */
  Device withClient(String version) {
    return with(clientVersion.map(_ -> version), onboardedTo, contact, traits, antivirus);
  }

  /** The same device after a repair: installations behave normally. */
  Device repaired() {
    return with(clientVersion, onboardedTo, contact, InstallTraits.COMMON, antivirus.repaired());
  }

  /** The same device on which installations fail with this exit code. */
  Device failing(int exitCode) {
    return with(
        clientVersion,
        onboardedTo,
        contact,
        new InstallTraits(traits.minutes(), traits.needsReboot(), exitCode, traits.undetected()),
        antivirus);
  }

  /**
   * The same device with or without something that makes the antivirus active in spite of the
   * registry.
   */
  Device losingPassive(boolean loses) {
    return with(clientVersion, onboardedTo, contact, traits, antivirus.losing(loses));
  }

  private Device with(
      Optional<String> client,
      Optional<String> tenant,
      Contact contacts,
      InstallTraits installs,
      AntivirusTraits protection) {
    return new Device(
        index,
        name,
        os,
        client,
        windows,
        tenant,
        contacts,
        installs,
        protection,
        condition,
        others);
  }

  /** Build of its Windows, with the revision. */
  public String fullBuild() {
    return os.version() + "." + condition.revision();
  }

  /** ResourceID of the device. */
  public long resourceId() {
    return FIRST_RESOURCE_ID + index;
  }

  /**
   * State of a device's Windows, from hardware inventory and from the client.
   *
   * @param services names of services, including disabled ones
   * @param disabled names of the services that are disabled
   * @param updates numbers of installed updates, such as KB3080149
   * @param revision the last part of its build number
   * @param freeMegabytes on its system drive
   * @param restart reason of a pending restart, as in ClientState; 0 for none
   */
  public record Condition(
      List<String> services,
      Set<String> disabled,
      List<String> updates,
      int revision,
      int freeMegabytes,
      int restart) {
    private static final int ENOUGH = 40_960;

    public Condition {
      services = List.copyOf(services);
      disabled = Set.copyOf(disabled);
      updates = List.copyOf(updates);
    }

    /** Condition of a device that is up to date and lacks nothing. */
    public static Condition healthy(OperatingSystem system) {
      List<String> services = new ArrayList<>(List.of("CcmExec", "Winmgmt"));
      if (system != OperatingSystem.SERVER_2012_R2 && system != OperatingSystem.SERVER_2012) {
        services.add("WinDefend");
        if (!system.needsAgent()) {
          services.add("Sense");
        }
      }
      return new Condition(services, Set.of(), system.updates(), system.revision(), ENOUGH, 0);
    }

    /** The same condition with another amount of free disk space. */
    public Condition withFree(int megabytes) {
      return new Condition(services, disabled, updates, revision, megabytes, restart);
    }

    /** The same condition with a pending restart. */
    public Condition withRestart(int why) {
      return new Condition(services, disabled, updates, revision, freeMegabytes, why);
    }

    /** The same condition with another revision of Windows. */
    public Condition withRevision(int other) {
      return new Condition(services, disabled, updates, other, freeMegabytes, restart);
    }

    /**
     * The same condition with other services and updates.
     *
     * @param more services or updates that it has in addition
     * @param fewer services or updates that it lacks
     * @param off services that are disabled
     */
    public Condition with(List<String> more, List<String> fewer, List<String> off) {
      List<String> someServices = new ArrayList<>(services);
      List<String> someUpdates = new ArrayList<>(updates);
      more.forEach(name -> (isUpdate(name) ? someUpdates : someServices).add(name));
      someServices.removeAll(fewer);
      someUpdates.removeAll(fewer);
      return new Condition(
          someServices, Set.copyOf(off), someUpdates, revision, freeMegabytes, restart);
    }

    private static boolean isUpdate(String name) {
      return name.matches("KB[0-9]+");
    }
  }
}
