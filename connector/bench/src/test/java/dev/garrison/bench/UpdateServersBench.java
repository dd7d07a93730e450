package dev.garrison.bench;

import dev.garrison.bench.Samples.Times;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.lab.wsus.UpdateServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan of fifty WSUS servers on which nothing is to be done, each 100 ms away, beside one of a
 * single server: each server is asked slowly, and one does not wait for another.
 */
final class UpdateServersBench {
  private static final int SERVERS = 50;
  private static final int ROUND_TRIP_MILLIS = 100;

  /** Converged, or only waiting for a gate. */
  private static final Set<Integer> ENDS = Set.of(0);

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final String LAUNCHER = ROOT.resolve("garrison").toString();
  private static final Pattern FIRST =
      Pattern.compile("(?s)    - name: wsus01.*?(?=    - name: wsus02)");

  @Test
  void anEmptyPlanOfFiftyServers(@TempDir Path folder) throws Exception {
    Samples samples = new Samples("update-servers", "| what | time | against the first |");
    try (Lab lab =
        Lab.start(site(folder), new LabOptions(Instant.now(), Map.of(), Optional.empty()))) {
      Programs one = new Programs(manifest(folder.resolve("one"), lab, 1));
      Programs all = new Programs(manifest(folder.resolve("all"), lab, SERVERS));
      one.run(LAUNCHER, "apply", "--only", "wsus", "--yes");
      all.run(LAUNCHER, "apply", "--only", "wsus", "--yes");
      List<Times> times =
          Samples.inTurn(
              () -> one.run(ENDS, LAUNCHER, "plan", "--only", "wsus"),
              () -> all.run(ENDS, LAUNCHER, "plan", "--only", "wsus"));
      List<String> names = List.of("1 server", SERVERS + " servers");
      for (int i = 0; i < names.size(); i++) {
        samples.row(
            names.get(i),
            "%.2f s".formatted(times.get(i).seconds()),
            "%.2f times".formatted(times.get(i).seconds() / times.getFirst().seconds()));
      }
    }
  }

  /** The lab's site with its first update server many times over. */
  private static Path site(Path folder) throws IOException {
    String text;
    try (InputStream site = Lab.class.getResourceAsStream("sites/wsus.yaml")) {
      text = new String(site.readAllBytes(), StandardCharsets.UTF_8);
    }
    Matcher first = FIRST.matcher(text);
    if (!first.find()) {
      throw new IOException("the lab's site has no server wsus01");
    }
    StringBuilder servers = new StringBuilder(text.substring(0, first.start()));
    for (int i = 0; i < SERVERS; i++) {
      servers.append(
          first
              .group()
              .replace("wsus01", "wsus%02d".formatted(i))
              .replaceAll("id: [0-9a-f]{8}", "id: %08x".formatted(i + 1)));
    }
    return Files.writeString(folder.resolve("site.yaml"), servers);
  }

  private static Path manifest(Path folder, Lab lab, int count) throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    List<String> servers = new ArrayList<>();
    for (UpdateServer server : lab.updateServers().all().subList(0, count)) {
      servers.add(
          """
              - url: http://127.0.0.1:%d
                owner: wsus
                serverId: %s
                allowWrites: true
                canary: Pilot servers
                acknowledged: "10.0.20348"
          """
              .formatted(
                  new SlowWay(server.url().getPort(), ROUND_TRIP_MILLIS).port(), server.id()));
    }
    String text = Files.readString(ROOT.resolve("config/examples/minimal.yaml"));
    Files.writeString(
        folder.resolve("garrison.yaml"),
        text.replace("https://cm01.contoso.example/AdminService", lab.adminService().toString())
                .replace("folder:/srv/mde", "folder:" + share)
            + """
            wsus:
              servers:
            %s  sensorUpdate:
                releases:
                  - family: unified agent
                rings:
                  - ring: pilot
                    groups: [Pilot servers]
                  - ring: production
                    groups: [Production servers]
            """
                .formatted(String.join("", servers)));
    return folder;
  }
}
