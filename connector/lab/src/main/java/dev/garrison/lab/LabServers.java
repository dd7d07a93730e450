package dev.garrison.lab;

import dev.garrison.lab.adminservice.Provider;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.deployment.Deployments;
import dev.garrison.lab.adminservice.script.ScriptRuns;
import dev.garrison.lab.device.Antiviruses;
import dev.garrison.lab.device.DefenderMode;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.ListedFleet;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.lab.device.Registry;
import dev.garrison.lab.device.Sensors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The simulated servers: their actual state, regardless of what the site knows, and changes to
 * them.
 */
public final class LabServers {
  private final Supplier<Provider> provider;
  private final Fleet fleet;
  private final Collections collections;
  private final Sensors sensors;
  private final Antiviruses antiviruses;
  private final Deployments deployments;
  private final ScriptRuns scripts;

  /** Parts of the site that have the state of its servers. */
  record Parts(
      Fleet fleet,
      Collections collections,
      Sensors sensors,
      Antiviruses antiviruses,
      Deployments deployments,
      ScriptRuns scripts) {}

  /**
   * @param provider the provider of the site's current release
   */
  LabServers(Supplier<Provider> provider, Parts parts) {
    this.provider = provider;
    this.fleet = parts.fleet();
    this.collections = parts.collections();
    this.sensors = parts.sensors();
    this.antiviruses = parts.antiviruses();
    this.deployments = parts.deployments();
    this.scripts = parts.scripts();
  }

  /** AMRunningMode of a server; empty while no sensor is onboarded there. */
  public Optional<String> runningMode(String server) {
    return provider.get().alone(() -> antiviruses.runningMode(index(server)));
  }

  /** Whether ForceDefenderPassiveMode of a server is 1. */
  public boolean passiveModeAsked(String server) {
    return provider.get().alone(() -> antiviruses.asked(index(server)).equals(Optional.of(1)));
  }

  /** State of Microsoft Defender Antivirus on a server. */
  public DefenderMode defender(String server) {
    return provider.get().alone(() -> antiviruses.mode(index(server)));
  }

  /** Names of the products that protect a server now; none if nothing does. */
  public List<String> protectedBy(String server) {
    return provider.get().alone(() -> antiviruses.protectedBy(index(server)));
  }

  /** Whether Defender is active on a server and excludes what its roles need. */
  public boolean excludesRoles(String server) {
    return provider.get().alone(() -> antiviruses.excludesRoles(index(server)));
  }

  /** Installs a product of another maker on a server, or changes its state. */
  public void install(String server, OtherAntivirus product) {
    change(server, device -> antiviruses.install(device, product));
  }

  /** Stops the products of other makers on a server, or starts them again. */
  public void runOthers(String server, boolean running) {
    change(server, device -> antiviruses.run(device, running));
  }

  /** Removes the products of other makers from a server. */
  public void removeOthers(String server) {
    change(server, antiviruses::removeOthers);
  }

  /**
   * Makes the antivirus of a server active in spite of the registry, as some programs do.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void losePassive(String server) {
    change(server, device -> listed().losePassive(device));
  }

  /**
   * Ends what makes the antivirus of a server active in spite of the registry.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void regainPassive(String server) {
    change(server, device -> listed().regainPassive(device));
  }

  /** Changes a server; its next inventory reports it. */
  private void change(String server, IntConsumer deed) {
    provider
        .get()
        .alone(() -> {
          deed.accept(index(server));
          deployments.inventoryFollows(index(server));
          return true;
        });
  }

  /**
   * Upgrades every client, as Configuration Manager does after an upgrade of the site.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void upgradeClients(String version) {
    provider
        .get()
        .alone(() -> {
          listed().upgradeClients(version);
          return true;
        });
  }

  /** Value below HKEY_LOCAL_MACHINE of a server; a number as its decimal digits. */
  public Optional<String> registryValue(String server, String key, String name) {
    return provider
        .get()
        .alone(() -> {
          int index = index(server);
          return new Registry(fleet.at(index), sensors, antiviruses.asked(index)).value(key, name);
        });
  }

  /** Writes a value below HKEY_LOCAL_MACHINE of a server, as another program does. */
  public void writeRegistry(String server, String key, String name, String value) {
    provider
        .get()
        .alone(() -> {
          sensors.write(index(server), key, name, value);
          return true;
        });
  }

  /** Lets another administrator's policy control the settings of a server's sensor. */
  public void holdSettings(String server) {
    provider
        .get()
        .alone(() -> {
          sensors.hold(index(server));
          return true;
        });
  }

  /** Organization to which a server's sensor reports. */
  public Optional<String> onboardedTo(String server) {
    return provider.get().alone(() -> sensors.orgId(index(server)));
  }

  /** Whether the agent of Windows Server 2012 R2 or 2016 is installed on a server. */
  public boolean hasAgent(String server) {
    return provider.get().alone(() -> sensors.hasAgent(index(server)));
  }

  /** Workspaces of a server's Microsoft Monitoring Agent, in lower case. */
  public Set<String> workspaces(String server) {
    return provider.get().alone(() -> deployments.workspaces(index(server)));
  }

  /** Number of alerts of the detection test that the portal has for a server. */
  public int detectionAlerts(String server) {
    return provider.get().alone(() -> scripts.alerts(index(server)));
  }

  /**
   * Creates the folder of the detection test on a server, as the page of the test once required.
   */
  public void makeTestFolder(String server) {
    provider
        .get()
        .alone(() -> {
          scripts.makeTestFolder(index(server));
          return true;
        });
  }

  /** Blocks the connection from a server to a host. */
  public void block(String server, String host) {
    provider
        .get()
        .alone(() -> {
          scripts.block(index(server), host);
          return true;
        });
  }

  /** Lets a server reach the internet only through this proxy. */
  public void onlyThrough(String server, String proxy) {
    provider
        .get()
        .alone(() -> {
          scripts.onlyThrough(index(server), proxy);
          return true;
        });
  }

  /** Stops the service Sense on a server, as an administrator does. */
  public void stopSensor(String server) {
    provider
        .get()
        .alone(() -> {
          sensors.stop(index(server));
          return true;
        });
  }

  /** Disconnects a server's sensor, or connects it: then it joins or leaves, if it was told to. */
  public void connectSensor(String server, boolean connected) {
    change(
        server,
        device -> {
          boolean before = sensors.orgId(device).isPresent();
          sensors.connect(device, connected);
          boolean after = sensors.orgId(device).isPresent();
          if (after && !before) {
            antiviruses.onboarded(device);
          } else if (before && !after) {
            antiviruses.offboarded(device);
          }
        });
  }

  /** Turns Microsoft Defender Antivirus off on a server, as a policy does. */
  public void disableAntivirus(String server) {
    provider
        .get()
        .alone(() -> {
          antiviruses.disable(index(server));
          return true;
        });
  }

  /** Offboards a server by other means than the site: OnboardingInfo stays. */
  public void offboard(String server) {
    provider
        .get()
        .alone(() -> {
          sensors.offboard(index(server));
          antiviruses.offboarded(index(server));
          return true;
        });
  }

  /** Turns a server off: nothing happens on it and it sends nothing until it is turned on. */
  public void turnOff(String server) {
    provider
        .get()
        .alone(() -> {
          deployments.turnOff(index(server));
          return true;
        });
  }

  /** Turns a server on: it first acts on the policy that it has, then requests policy. */
  public void turnOn(String server) {
    provider
        .get()
        .alone(() -> {
          deployments.turnOn(index(server));
          return true;
        });
  }

  /**
   * Repairs a server, so that installations on it behave normally from now on.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void repair(String server) {
    provider
        .get()
        .alone(() -> {
          listed().repair(index(server));
          return true;
        });
  }

  /**
   * Makes installations on a server fail with this exit code, until it is repaired.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void failInstallations(String server, int exitCode) {
    provider
        .get()
        .alone(() -> {
          listed().fail(index(server), exitCode);
          return true;
        });
  }

  /** Names of all servers. */
  public List<String> names() {
    return IntStream.range(0, fleet.size()).mapToObj(each -> fleet.at(each).name()).toList();
  }

  /** Names of the members of a collection; empty if the site has no such collection. */
  public Optional<List<String>> members(String collection) {
    return provider
        .get()
        .alone(() ->
            collections
                .membersOf(collection)
                .map(members -> members.stream().mapToObj(each -> fleet.at(each).name()).toList()));
  }

  /**
   * Joins a real server to the site in the place of a device. From now on nothing is installed on
   * it by simulation; the site knows of it what it reports at {@link Lab#clientDoor()}.
   *
   * @throws IllegalArgumentException on a generated site, whose servers cannot be changed
   */
  public void join(String server) {
    provider
        .get()
        .alone(() -> {
          int index = index(server);
          listed().join(index);
          deployments.join(index);
          return true;
        });
  }

  /** Number of installations that were simulated on a server; 0 for one that is real. */
  public int simulatedInstallations(String server) {
    return provider.get().alone(() -> deployments.simulatedOn(index(server)));
  }

  private ListedFleet listed() {
    if (fleet instanceof ListedFleet listed) {
      return listed;
    }
    throw new IllegalArgumentException("the servers of a generated site are as they are");
  }

  /**
   * Servers that had onboarding and offboarding at the same time. One was deployed to them while
   * the other was too, or while they still held the policy of the other. Empty as long as all is
   * well.
   */
  public List<String> meetings() {
    return provider.get().alone(deployments::meetings);
  }

  private int index(String server) {
    return IntStream.range(0, fleet.size())
        .filter(each -> fleet.at(each).name().equals(server))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no device '" + server + "'"));
  }
}
