package dev.garrison.play;

import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Sixty servers for two passive rings, made from a seed. Most have another antivirus that runs.
 * Some have none, some make Defender active in spite of the registry: in some seeds so many of the
 * first ring that its gate may not open the second. On half of the sites no class tells the mode of
 * any. Servers leave with a different answer for their antivirus in each third of the seeds.
 *
 * @param tells whether the site's inventory tells the mode
 * @param answer what becomes of the antivirus of servers that leave
 */
record PassiveFleet(long seed, boolean tells, AfterOffboarding answer, List<Passive> servers) {
  private static final int SERVERS = 60;
  private static final int PILOT = 20;
  private static final List<String> SYSTEMS =
      List.of("2012R2", "2016", "2019", "2022", "2019", "2022");
  private static final List<String> PRODUCTS =
      List.of(
          "{product: CrowdStrike Falcon, service: CSFalconService, program: CrowdStrike Windows Sensor}",
          "{product: Sophos Endpoint, service: Sophos Endpoint Defense Service, program: Sophos Endpoint Agent}",
          "{product: Trellix Endpoint Security, service: mfetp, program: Trellix Endpoint Security}");

  /** What is special about a server. */
  enum Part {
    /** Another antivirus protects it. */
    PROTECTED,
    /** No other antivirus: only Defender protects it. */
    BARE,
    /** Something makes Defender active, whatever the registry says. */
    LOSES_PASSIVE,
    /** Its other antivirus stops for some days, once it is passive. */
    STOPS,
    /** It is offboarded in the middle. */
    LEAVES
  }

  /** One server. */
  record Passive(String name, String system, String product, Part part, boolean pilot) {
    private String entry() {
      String keys =
          (part == Part.LOSES_PASSIVE ? ", losesPassive: true" : "")
              + (part == Part.BARE ? "" : ", antivirus: [" + product + "]");
      return "  - {name: %s, os: \"%s\", client: \"%s\"%s}"
          .formatted(name, system, CastServer.CLIENT, keys);
    }
  }

  /** Makes the fleet of a seed. */
  static PassiveFleet of(long seed) {
    Random random = new Random(seed);
    List<Passive> servers = new ArrayList<>();
    boolean early = isEarly(seed);
    List<AfterOffboarding> answers = List.of(AfterOffboarding.values());
    AfterOffboarding answer = answers.get((int) (seed % answers.size()));
    for (int number = 0; number < SERVERS; number++) {
      Part part = part(number, early, random);
      String system = SYSTEMS.get(random.nextInt(SYSTEMS.size()));
      // 2012 R2 without another antivirus has none before the rollout either, and no feature.
      if (system.equals("2012R2")
          && (part == Part.BARE || (part == Part.LEAVES && answer == AfterOffboarding.DISABLE))) {
        system = "2016";
      }
      servers.add(
          new Passive(
              "PAS%03d".formatted(number),
              system,
              PRODUCTS.get(random.nextInt(PRODUCTS.size())),
              part,
              number < PILOT));
    }
    return new PassiveFleet(seed, seed % 2 == 1, answer, List.copyOf(servers));
  }

  private static boolean isEarly(long seed) {
    return seed % 4 == 1;
  }

  /** Whether so many servers of the first ring lose passive mode that its gate stays closed. */
  boolean losesItsGate() {
    return isEarly(seed);
  }

  /** Each ring has some of each, so that no seed misses one. */
  private static Part part(int number, boolean early, Random random) {
    return switch (number % PILOT) {
      case 2 -> Part.BARE;
      case 5 -> Part.LEAVES;
      case 8 -> Part.STOPS;
      case 11 -> number < PILOT && !early ? Part.PROTECTED : Part.LOSES_PASSIVE;
      case 1, 3, 7, 9, 13, 15, 17, 19 ->
          number < PILOT && early ? Part.LOSES_PASSIVE : common(random);
      default -> common(random);
    };
  }

  private static Part common(Random random) {
    return random.nextInt(12) == 0 ? Part.BARE : Part.PROTECTED;
  }

  List<Passive> of(Part part) {
    return servers.stream().filter(server -> server.part() == part).toList();
  }

  /** Writes the site file. */
  Path write(Path file) {
    String text =
        """
        code: PS1
        id: 9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214
        providerVersion: 5.2203.1063.1000
        pausableDeployments: true
        modeInventory: %s
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
                tells,
                CastServer.CLIENT,
                servers.stream().map(Passive::entry).collect(Collectors.joining("\n")),
                collection("Pilot servers", servers.stream().filter(Passive::pilot).toList()),
                collection(
                    "Main servers", servers.stream().filter(server -> !server.pilot()).toList()),
                collection("Old servers", of(Part.LEAVES)));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String collection(String name, List<Passive> members) {
    return "  - name: %s\n    members: [%s]\n"
        .formatted(name, members.stream().map(Passive::name).collect(Collectors.joining(", ")));
  }
}
