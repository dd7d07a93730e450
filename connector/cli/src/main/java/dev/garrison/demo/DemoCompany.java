package dev.garrison.demo;

import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.lab.wsus.UpdateServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Servers of a company, generated from a fixed seed: 400 of them in five rings. */
final class DemoCompany {
  /** Family of the sensor's updates for Windows Server 2012 R2 and 2016. */
  static final String AGENT = "";

  /** Family that has updates of its own for each channel. */
  static final String SERVER_2019 = "Windows Server 2019";

  static final String BROAD = "Current Channel (Broad)";
  private static final long SEED = 26;
  private static final List<String> SYSTEMS =
      List.of("2012R2", "2019", "2022", "2019", "2022", "2019", "2022");
  private static final List<String> ROLES = List.of("APP", "DB", "FS", "RDS", "SQL", "WEB");
  private static final String FALCON =
      ", antivirus: [{product: CrowdStrike Falcon, service: CSFalconService, program: CrowdStrike Windows Sensor}]";
  private static final String ANOTHER_TENANT =
      ", onboardedTo: 77aa0000-0000-4000-8000-000000000003";
  private static final String WSUS = "wsus01.lab.example";
  private static final String WSUS_BELOW = "wsus02.lab.example";

  private final Random random = new Random(SEED);
  private final List<Machine> machines = new ArrayList<>();

  /** A ring, in the order in which they open. */
  enum Ring {
    PILOT("pilot", "Pilot servers", 20, 0, 3),
    EARLY("early", "Early adopters", 60, 20, 5),
    BROAD("broad", "Branch offices", 190, 24, 14),
    PASSIVE("passive", "Servers with CrowdStrike", 60, 30, 8),
    /** More servers fail than the gate allows, so it is halted. */
    CRITICAL("critical", "Business critical servers", 70, 5, 6);

    private static final int BROAD_DAY = 27;
    private static final int PASSIVE_DAY = 48;

    private final String word;
    private final String collection;
    private final int servers;

    /** One server in so many fails; 0: none does. */
    private final int failing;

    /** Days in which the servers come on. */
    private final int days;

    Ring(String word, String collection, int servers, int failing, int days) {
      this.word = word;
      this.collection = collection;
      this.servers = servers;
      this.failing = failing;
      this.days = days;
    }

    int days() {
      return days;
    }

    String word() {
      return word;
    }
  }

  /**
   * A server.
   *
   * @param fails whether installations on it fail until it is repaired
   * @param keys more keys of its entry in the site file
   */
  record Machine(String name, Ring ring, String system, boolean fails, String keys) {
    private String entry() {
      return "  - {name: %s, os: \"%s\", client: \"5.00.9132.1011\"%s}"
          .formatted(name, system, keys);
    }

    private String computer(String group, String sensor) {
      return "        - {name: %s.lab.example, os: \"%s\", group: %s, sensor: %s}"
          .formatted(name.toLowerCase(java.util.Locale.ROOT), system, group, sensor);
    }
  }

  DemoCompany() {
    for (Ring ring : Ring.values()) {
      for (int place = 0; place < ring.servers; place++) {
        machines.add(machine(ring, place));
      }
    }
  }

  private Machine machine(Ring ring, int place) {
    String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    String name =
        "%s-%s%03d"
            .formatted(
                ROLES.get(random.nextInt(ROLES.size())),
                List.of("BER", "LDN", "TYO").get(random.nextInt(3)),
                machines.size() + 1);
    boolean fails = ring.failing > 0 && place % ring.failing == ring.failing / 2;
    StringBuilder keys = new StringBuilder();
    keys.append(
        place % 47 == 46
            ? ""
            : ", window: \"%02d:00\", windowHours: 6".formatted(6 * random.nextInt(4)));
    if (fails) {
      keys.append(", exitCode: ").append(exitCode(ring, random.nextInt(3)));
    } else if (place % 97 == 40) {
      keys.append(ANOTHER_TENANT);
    } else if (place % 61 == 33) {
      keys.append(", inactive: true");
    } else if (random.nextInt(6) == 0) {
      keys.append(", reboot: true");
    }
    if (ring == Ring.PASSIVE) {
      keys.append(FALCON);
    }
    keys.append(", minutes: ").append(2 + random.nextInt(12));
    return new Machine(name, ring, system, fails, keys.toString());
  }

  private static int exitCode(Ring ring, int which) {
    return ring == Ring.CRITICAL
        ? List.of(1603, 20020, 20022).get(which)
        : List.of(1603, 1618, 20022).get(which);
  }

  /** The servers of a ring on which installations fail until they are repaired. */
  List<String> failing(Ring ring) {
    return machines.stream()
        .filter(machine -> machine.ring() == ring && machine.fails())
        .map(Machine::name)
        .toList();
  }

  /** Servers that administrators repair on a day. */
  List<String> repaired(int day) {
    return day < Ring.BROAD_DAY
        ? failing(Ring.EARLY)
        : failing(day < Ring.PASSIVE_DAY ? Ring.BROAD : Ring.PASSIVE).stream().skip(1).toList();
  }

  /** Microsoft publishes the versions of a week. */
  void release(UpdateServers servers, int week) {
    String version = "10.%d.%d.%d".formatted(8680 + 8 * week, 26000 + 15 * week, 1001 + week);
    servers.release(AGENT, version, "");
    if (week % 2 == 0) {
      servers.release(SERVER_2019, version, BROAD);
    }
  }

  /** Writes the site file. */
  Path site(Path folder) {
    String text =
        """
        code: PS1
        id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
        providerVersion: 5.2409.1057.1000
        pausableDeployments: true
        modeInventory: true
        sites:
          - {code: PS1, name: Lab primary, type: 2, build: 9132, version: 5.00.9132.1000, parent: ""}
        updates:
          - {guid: 10000000-0000-4000-8000-000000002409, name: "Configuration Manager 2409", fullVersion: 5.00.9132.1000, clientVersion: 5.00.9132.1011, state: 196612, history: true}
        devices:
        %s
        collections:
          - name: All Servers
            query: >-
              select SMS_R_System.ResourceID, SMS_R_System.Name from SMS_R_System
              where SMS_R_System.OperatingSystemNameandVersion like "%%Server%%"
        %s
        groups:
          - {name: Europe DPs, points: 4, dead: 0}
        wsus:
          sensors:
            - family: ""
              channel: ""
              versions: [10.8560.25364.1036, 10.8672.25926.1019]
            - {family: Windows Server 2019, channel: Current Channel (Broad), versions: [10.8560.25364.1036, 10.8672.25926.1019]}
          others:
            - {title: "Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.459.547.0)", article: "2267602", product: Microsoft Defender Antivirus, classification: Definition Updates, age: 1}
          servers:
            - name: %s
              id: 6d2b1a9e-3f40-4c55-8a11-90c2f1e0b7d4
              version: 10.0.20348.2849
              products: [Microsoft Defender for Endpoint, Microsoft Defender Antivirus]
              classifications: [Updates, Definition Updates]
              groups: [{name: Pilot servers}, {name: Early servers}, {name: Production servers}]
              computers:
        %s
            - name: %s
              id: 0f6f1c52-7b0b-4d0e-9a6b-1f5c2f1f2a02
              version: 10.0.20348.2849
              upstream: %s
              products: [Microsoft Defender for Endpoint]
              classifications: [Updates]
              groups: [{name: Branch pilot}, {name: Branch servers}]
              computers:
        %s
        """
            .formatted(
                lines(machines, Machine::entry),
                lines(List.of(Ring.values()), this::collection),
                WSUS,
                computers(false),
                WSUS_BELOW,
                WSUS,
                computers(true));
    try {
      return Files.writeString(folder.resolve("site.yaml"), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> String lines(List<T> all, java.util.function.Function<T, String> line) {
    return all.stream().map(line).collect(Collectors.joining("\n"));
  }

  private String collection(Ring ring) {
    return "  - name: %s\n    members: [%s]"
        .formatted(
            ring.collection,
            machines.stream()
                .filter(machine -> machine.ring() == ring)
                .map(Machine::name)
                .collect(Collectors.joining(", ")));
  }

  /** The computers of a WSUS server: the lower one has those of the branch offices. */
  private String computers(boolean below) {
    List<String> entries = new ArrayList<>();
    for (Machine machine : machines) {
      if ((machine.ring() == Ring.BROAD) == below && !machine.system().equals("2022")) {
        boolean pilot = below ? entries.size() < 8 : machine.ring() == Ring.PILOT;
        String group =
            below
                ? pilot ? "Branch pilot" : "Branch servers"
                : pilot
                    ? "Pilot servers"
                    : machine.ring() == Ring.EARLY ? "Early servers" : "Production servers";
        entries.add(machine.computer(group, "10.8560.25364.1036"));
      }
    }
    return String.join("\n", entries);
  }

  /** The rings of the manifest. */
  String rings() {
    return lines(List.of(Ring.values()), DemoCompany::ring);
  }

  private static String ring(Ring ring) {
    return """
      - name: %s
        collections: [%s]
        maxDevices: %d
        deadline: "+2d 22:00"
        antivirus: %s
        requireMaintenanceWindow: false
        gate: {onboarded: 80, failed: 10, reporting: 80, soak: 3d, stalledAfter: 30d%s}\
    """
        .formatted(
            ring.word,
            ring.collection,
            ring.servers + 10,
            ring == Ring.PASSIVE ? "passive" : "active",
            ring == Ring.PASSIVE ? ", modeSample: 5" : "");
  }

  /** Further sections of the manifest: update servers and jobs. */
  String sections(UpdateServers servers) {
    return """
    wsus:
      servers:
    %s
    %s
      sensorUpdate:
        releases:
          - family: unified agent
          - {family: Windows Server 2019, channel: Current Channel (Broad)}
        rings:
          - ring: pilot
            groups: [Pilot servers]
            gate: {installed: 80, failed: 10, reporting: 80, soak: 2d, stalledAfter: 14d}
          - ring: early
            groups: [Early servers]
            gate: {installed: 80, failed: 10, reporting: 80, soak: 4d, stalledAfter: 14d}
          - ring: broad
            groups: [Production servers]
    jobs:
      timeZone: UTC
      schedules:
        - {job: status, cron: "0 9 * * *"}
        - {job: rollout, cron: "30 5 * * *", autoApply: [prepare, halt]}
        - {job: sensor-update, cron: "0 5 * * *"}
        - {job: drift, cron: "0 7 * * 1"}
        - {job: expiry, cron: "30 7 * * 1"}
        - {job: housekeeping, cron: "30 3 * * *"}
    """
        .formatted(
            server(servers.named(WSUS), ""),
            server(
                servers.named(WSUS_BELOW),
                """
                      rings:
                        - {ring: pilot, groups: [Branch pilot]}
                        - {ring: early, groups: []}
                        - {ring: broad, groups: [Branch servers]}\
                """));
  }

  private static String server(UpdateServer server, String more) {
    return """
        - url: %s
          name: %s
          owner: wsus
          serverId: %s
          allowPlainHttp: true
          allowWrites: true
          canary: %s
          acknowledged: "10.0.20348"
    %s\
    """
        .formatted(
            server.url(),
            server.name(),
            server.id(),
            more.isEmpty() ? "Pilot servers" : "Branch pilot",
            more);
  }
}
