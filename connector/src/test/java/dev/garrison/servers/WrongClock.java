package dev.garrison.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A computer whose clock is ten minutes fast, by faketime. */
public final class WrongClock {
  private static final Path FAKETIME = Path.of("/usr/bin/faketime");

  private WrongClock() {}

  /** Skips the test, loudly, where faketime is missing. */
  public static void need() {
    Assumptions.assumeTrue(
        Files.isExecutable(FAKETIME),
        "NOT TESTED: a wrong clock, because faketime is not installed (./check --install brings it).");
  }

  /** What a Java source file prints there, a line each. It knows the program's classes. */
  public static List<String> run(
      Path folder, ActiveDirectory domain, String source, String... words) {
    try {
      Path main = Files.writeString(folder.resolve("Login.java"), source);
      List<String> line =
          new ArrayList<>(
              List.of(
                  "-Djava.security.krb5.conf=" + domain.krb5Conf(),
                  "-cp",
                  JavaProcess.classPath(),
                  main.toString()));
      line.addAll(List.of(words));
      JavaProcess.Result result =
          JavaProcess.startUnder(
                  List.of(FAKETIME.toString(), "-f", "+10m"), folder, line.toArray(String[]::new))
              .await();
      if (result.exit() != 0) {
        throw new AssertionError(result.err());
      }
      return result.out().lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
