package dev.garrison.bench;

import dev.garrison.bench.Samples.Times;
import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison status} of 300,000 servers, beside curl that reads the same rows to nowhere. */
final class StatusBench {
  /** Somebody has to look: of so many servers some have failed. */
  private static final Set<Integer> LOOK = Set.of(2);

  /** That of the lab's large site. */
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final String LAUNCHER = ROOT.resolve("garrison").toString();

  @Test
  void aStatusOfThreeHundredThousandServers(@TempDir Path folder) throws Exception {
    Samples samples = new Samples("status", "| what | time | against the first |");
    Programs programs = new Programs(folder);
    try (Lab lab = Lab.start("large", new LabOptions(Instant.now(), Map.of(), Optional.empty()))) {
      String manifest = manifest(folder, lab).toString();
      programs.run(LOOK, LAUNCHER, "status", "-f", manifest);
      List<String> names =
          List.of("curl, the same requests", "garrison status", "garrison status --csv");
      String[] curl = curl(lab);
      List<Times> times =
          Samples.inTurn(
              () -> programs.run(curl),
              () -> programs.run(LOOK, LAUNCHER, "status", "-f", manifest),
              () -> programs.run(LOOK, LAUNCHER, "status", "--csv", "-f", manifest));
      for (int i = 0; i < names.size(); i++) {
        samples.row(
            names.get(i),
            "%.2f s".formatted(times.get(i).seconds()),
            "%.1f times".formatted(times.get(i).seconds() / times.getFirst().seconds()));
      }
    }
  }

  /** One connection, one request after the other, as the program does it. */
  private static String[] curl(Lab lab) {
    List<String> words = new ArrayList<>(List.of("curl", "-s", "-g"));
    lab.requests()
        .all()
        .forEach(request -> {
          words.add("-o");
          words.add("/dev/null");
          words.add(lab.adminService() + request.path());
        });
    return words.toArray(String[]::new);
  }

  private static Path manifest(Path folder, Lab lab) throws IOException {
    Path share = Files.createDirectories(folder.resolve("share"));
    String text = Files.readString(ROOT.resolve("config/examples/minimal.yaml"));
    return Files.writeString(
        folder.resolve("garrison.yaml"),
        text.replace("https://cm01.contoso.example/AdminService", lab.adminService().toString())
            .replace("folder:/srv/mde", "folder:" + share)
            .replace("name: minimal", "name: large")
            .replace("Servers for Defender", "Every device")
            .replace("5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2", TENANT));
  }
}
