package dev.garrison.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./check} and CI read of the reports of a run. */
@Tag("first")
final class ReportsIT {
  private static final Instant START = Instant.parse("2026-11-24T21:00:00Z");

  @TempDir private Path checkout;

  private Shell shell;

  @BeforeEach
  void begin() throws IOException {
    shell = new Shell(checkout);
    Path start = Files.writeString(checkout.resolve("start"), "");
    Files.setLastModifiedTime(start, FileTime.from(START));
    report("engine/target/surefire-reports", "a.QuickTest", "1.5", 12, 0, 0, START.plusSeconds(1));
    report("trial/target/failsafe-reports", "a.SlowIT", "1,012.25", 9, 2, 3, START.plusSeconds(1));
    report("trial/target/failsafe-reports", "a.EarlierIT", "7", 5, 5, 0, START.minusSeconds(1));
  }

  private void report(
      String folder, String name, String time, int tests, int failures, int skipped, Instant at)
      throws IOException {
    Path file = checkout.resolve(folder).resolve("TEST-" + name + ".xml");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" flags="a > b" name="%s"
            time="%s" tests="%d" errors="1" skipped="%d" failures="%d">
          <testcase name="tests=&quot;99&quot;" time="99"/>
        </testsuite>
        """
            .formatted(name, time, tests, skipped, failures));
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void testsOfThisRunAreCounted() throws Exception {
    assertThat(shell.run("count_reports \"$here/start\"; echo $tests $failed $skipped"))
        .containsExactly("21 4 3");
  }

  @Test
  void theSlowestClassComesFirst() throws Exception {
    assertThat(shell.run("say_slowest \"$here/start\""))
        .containsExactly(
            "The slowest classes, in seconds:", "  1012.2  a.SlowIT", "     1.5  a.QuickTest");
  }
}
