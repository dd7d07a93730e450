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
 * Servers of a company, made from a seed: of several systems, with windows, restarts, failures,
 * other tenants, and some that nobody manages.
 *
 * @param pilot a twentieth of them; nothing fails there
 * @param main most of them; one in seven fails until it is repaired
 * @param passive those with another antivirus
 */
record MixedFleet(List<Server> pilot, List<Server> main, List<Server> passive) {
  private static final String CLIENT = "5.00.9078.1006";
  private static final String OTHER_TENANT = "77aa0000-0000-4000-8000-000000000003";
  private static final List<String> SYSTEMS = List.of("2012R2", "2019", "2022", "2019", "2022");

  /**
   * One of them.
   *
   * @param keys more keys of its entry in the site file
   * @param managed whether it has a client
   */
  record Server(
      String name, String system, String keys, boolean managed, boolean fails, boolean foreign) {
    String entry() {
      return "  - {name: %s, os: \"%s\"%s%s}"
          .formatted(name, system, managed ? ", client: \"" + CLIENT + "\"" : "", keys);
    }
  }

  static MixedFleet of(long seed, int servers) {
    Random random = new Random(seed);
    List<Server> pilot = new ArrayList<>();
    List<Server> main = new ArrayList<>();
    List<Server> passive = new ArrayList<>();
    for (int number = 0; number < servers; number++) {
      String name = "SRV%03d".formatted(number);
      if (number < servers / 20) {
        pilot.add(server(name, random, false));
      } else if (number < servers * 4 / 5) {
        main.add(server(name, random, random.nextInt(7) == 0));
      } else {
        passive.add(server(name, random, false));
      }
    }
    return new MixedFleet(pilot, main, passive);
  }

  private static Server server(String name, Random random, boolean fails) {
    StringBuilder keys = new StringBuilder();
    if (random.nextInt(5) > 1) {
      keys.append(
          ", window: \"%02d:00\", windowHours: %d"
              .formatted(random.nextInt(24), 2 + random.nextInt(4)));
    }
    String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
    if (system.equals("2012R2") && random.nextInt(4) == 0) {
      keys.append(", reboot: true");
    }
    boolean foreign = !fails && random.nextInt(40) == 0;
    if (foreign) {
      keys.append(", onboardedTo: ").append(OTHER_TENANT);
    }
    if (fails) {
      keys.append(", exitCode: 1603");
    }
    keys.append(", minutes: ").append(2 + random.nextInt(12));
    return new Server(name, system, keys.toString(), random.nextInt(50) != 0, fails, foreign);
  }

  /** All of them. */
  List<Server> all() {
    List<Server> all = new ArrayList<>(pilot);
    all.addAll(main);
    all.addAll(passive);
    return all;
  }

  /** Writes the site file. */
  Path write(Path file) {
    String text =
        """
        code: PS1
        id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
        providerVersion: 5.2203.1063.1000
        pausableDeployments: true
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
        %s%s%sgroups:
          - {name: Europe DPs, points: 4, dead: 0}
        """
            .formatted(
                CLIENT,
                all().stream().map(Server::entry).collect(Collectors.joining("\n")),
                collection("Pilot servers", pilot),
                collection("Main servers", main),
                collection("Servers with another antivirus", passive));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String collection(String name, List<Server> members) {
    return "  - name: %s\n    members: [%s]\n"
        .formatted(name, members.stream().map(Server::name).collect(Collectors.joining(", ")));
  }
}
