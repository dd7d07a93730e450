package dev.garrison.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Servers of a company, made from a seed: of several systems, with windows and restarts. Some fail
 * until they are repaired, some leave in the end, some report to another tenant, some have no
 * window that is long enough, some have the Microsoft Monitoring Agent, and some nobody manages.
 *
 * @param moves whether they move to the client-setting route in the middle
 * @param pilot a twentieth of them; all goes well there
 * @param main most of them; one in seven fails
 * @param passive those with another antivirus
 */
record MixedFleet(
    boolean moves, List<CastServer> pilot, List<CastServer> main, List<CastServer> passive) {
  private static final List<String> SYSTEMS = List.of("2012R2", "2019", "2022", "2019", "2022");

  /** The other antivirus of the passive ring's servers. */
  private static final String FALCON =
      ", antivirus: [{product: CrowdStrike Falcon, service: CSFalconService, program: CrowdStrike Windows Sensor}]";

  /** Those that a client setting may make passive. */
  private static final List<String> MOVING = List.of("2019", "2022");

  /** Servers that stay on the application route. */
  static MixedFleet of(long seed, int servers) {
    return of(seed, servers, false);
  }

  /** Servers that move to the client-setting route; none of 2012 R2, and one keeps no mode. */
  static MixedFleet moving(long seed, int servers) {
    return of(seed, servers, true);
  }

  private static MixedFleet of(long seed, int servers, boolean moves) {
    Random random = new Random(seed);
    List<String> systems = moves ? MOVING : SYSTEMS;
    List<CastServer> pilot = new ArrayList<>();
    List<CastServer> main = new ArrayList<>();
    List<CastServer> passive = new ArrayList<>();
    for (int number = 0; number < servers; number++) {
      String name = "SRV%03d".formatted(number);
      String system = systems.get(random.nextInt(systems.size()));
      if (number < servers / 20) {
        pilot.add(server(name, system, Role.WELL, random));
      } else if (number < servers * 4 / 5) {
        Role role = main.size() % 7 == 3 ? Role.FAILS : role(main.size());
        // By policy a server of 2019 and later is onboarded at any hour.
        boolean waits = role == Role.WITHOUT_WINDOW && moves;
        main.add(server(name, system, waits ? Role.WELL : role, random));
      } else {
        boolean overruled = moves && passive.size() == 2;
        Role role = overruled ? Role.OVERRULED : role(passive.size());
        passive.add(server(name, system, role, random).with(FALCON));
      }
    }
    return new MixedFleet(moves, List.copyOf(pilot), List.copyOf(main), List.copyOf(passive));
  }

  /** By its place in its ring, so that every ring has some of each. */
  private static Role role(int place) {
    return switch (place % 40) {
      case 6, 21 -> Role.LEAVES;
      case 12 -> Role.FOREIGN;
      case 14 -> Role.WITHOUT_WINDOW;
      case 33 -> Role.UNMANAGED;
      default -> Role.WELL;
    };
  }

  private static CastServer server(String name, String system, Role role, Random random) {
    StringBuilder keys = new StringBuilder(role.keys());
    boolean agent = system.equals("2012R2") && random.nextInt(2) == 0;
    // Four windows, as companies have them: a plan reads each.
    if (role != Role.WITHOUT_WINDOW && random.nextInt(5) > 1) {
      keys.append(", window: \"%02d:00\", windowHours: 4".formatted(1 + 6 * random.nextInt(4)));
    }
    if (system.equals("2012R2") && random.nextInt(4) == 0) {
      keys.append(", reboot: true");
    }
    if (agent) {
      keys.append(
          ", workspaces: [%s, %s]".formatted(CastServer.LEFT_WORKSPACE, CastServer.KEPT_WORKSPACE));
    }
    keys.append(", minutes: ").append(2 + random.nextInt(12));
    return new CastServer(name, system, keys.toString(), role, agent);
  }

  /** All of them. */
  List<CastServer> all() {
    List<CastServer> all = new ArrayList<>(pilot);
    all.addAll(main);
    all.addAll(passive);
    return all;
  }

  /** Those that leave, of whatever ring. */
  List<CastServer> leaving() {
    return all().stream().filter(server -> server.role() == Role.LEAVES).toList();
  }

  /** Those of a ring. */
  List<CastServer> of(String ring) {
    return switch (ring) {
      case "pilot" -> pilot;
      case "main" -> main;
      case "passive" -> passive;
      default -> throw new IllegalArgumentException("no ring '" + ring + "'");
    };
  }

  /**
   * Writes the site file.
   *
   * @param pausable whether the site lets a deployment be disabled
   */
  Path write(Path file, boolean pausable) {
    String text =
        """
        code: PS1
        id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
        providerVersion: 5.2203.1063.1000
        pausableDeployments: %s
        sites:
          - {code: PS1, name: Lab primary, type: 2, build: 9078, version: 5.00.9078.1000, parent: ""}
        updates:
          - {guid: 10000000-0000-4000-8000-000000002203, name: "Configuration Manager 2203", fullVersion: 5.00.9078.1000, clientVersion: %s, state: 196612, history: true}
        devices:
        %s
        collections:
          - name: All Servers
            query: >-
              select SMS_R_System.ResourceID, SMS_R_System.Name from SMS_R_System
              where SMS_R_System.OperatingSystemNameandVersion like "%%Server%%"
        %s%s%s%sgroups:
          - {name: Europe DPs, points: 4, dead: 0}
        """
            .formatted(
                pausable,
                CastServer.CLIENT,
                all().stream().map(CastServer::entry).collect(Collectors.joining("\n")),
                collection("Pilot servers", pilot),
                collection("Main servers", main),
                collection("Servers with another antivirus", passive),
                collection("Old servers", leaving()));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String collection(String name, List<CastServer> members) {
    return "  - name: %s\n    members: [%s]\n"
        .formatted(name, members.stream().map(CastServer::name).collect(Collectors.joining(", ")));
  }
}
