package dev.garrison.windows;

import dev.garrison.ring.RingState;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import dev.garrison.trial.TrialWsus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The PowerShell module for administrators, in PowerShell for Windows with Java for Windows,
 * against sites on this computer.
 */
@Tag("windows")
final class GarrisonAdminIT {
  private static final int MOST_ROUNDS = 24;
  private static final Duration ROUND = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private TrialSite site(String name, Instant start) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    TrialSite site = new TrialSite("2203", own, start);
    site.manifest().replace("folder:" + site.share(), "folder:share");
    return site;
  }

  /** Opens the ring, and has it that the site's clock shows the time of this computer then. */
  private static void open(TrialSite site) {
    for (int round = 0; !isOpen(site); round++) {
      if (round == MOST_ROUNDS || !site.apply().isEmpty()) {
        throw new AssertionError("the ring does not open: " + site.pending());
      }
      site.pass(ROUND);
    }
    site.pass(Duration.between(site.lab().clock().instant(), Instant.now()));
  }

  private static boolean isOpen(TrialSite site) {
    try (OpenSession open = site.open()) {
      return open.session().rings().getFirst().state() == RingState.OPEN;
    }
  }

  @TestFactory
  Stream<DynamicTest> theModuleSpeaksForTheProgram() throws IOException, InterruptedException {
    WineComputer.shared();
    Path updates = Files.createDirectory(folder.resolve("updates"));
    Instant earlier = Instant.now().minus(ROUND.multipliedBy(2 * MOST_ROUNDS));
    try (TrialSite open = site("open", earlier);
        TrialSite fresh = site("fresh", Instant.now());
        TrialWsus _ = new TrialWsus(updates)) {
      open(open);
      Map<String, String> variables =
          Map.of(
              "GARRISON_TEST_JAVA", WineComputer.javaPath(),
              "GARRISON_TEST_CLASSPATH", WineComputer.windowsClassPath(PackedProgram.classPath()),
              "GARRISON_TEST_FRESH", WineComputer.windowsPath(fresh.manifest().file()),
              "GARRISON_TEST_OPEN", WineComputer.windowsPath(open.manifest().file()),
              "GARRISON_TEST_UPDATES", WineComputer.windowsPath(updates.resolve("garrison.yaml")));
      return Stream.of(
              PesterTests.of("Garrison.Admin.Parts.Tests.ps1", variables),
              PesterTests.of("Garrison.Admin.Answers.Tests.ps1", variables),
              PesterTests.of("Garrison.Admin.Tests.ps1", variables))
          .flatMap(tests -> tests);
    }
  }
}
