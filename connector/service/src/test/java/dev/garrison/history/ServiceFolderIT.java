package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.garrison.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system is asked to do when a history begins. */
@Tag("first")
final class ServiceFolderIT {
  private static final Path STRACE = Path.of("/usr/bin/strace");

  @TempDir private Path folder;

  /** Begins a history. */
  public static void main(String[] words) {
    HistoryDatabase.open(ServiceFolder.in(new StateFolder(Path.of(words[0])))).close();
  }

  private static int index(List<String> calls, int after, String pattern) {
    for (int index = after + 1; index < calls.size(); index++) {
      if (calls.get(index).matches(pattern)) {
        return index;
      }
    }
    throw new AssertionError(
        "no call '%s' behind number %d of%n%s".formatted(pattern, after, calls));
  }

  @Test
  void theKeyIsOnTheDiskWithItsNameBeforeADatabaseIsMadeWithIt() throws Exception {
    assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
    Path calls = folder.resolve("calls");
    Process process =
        new ProcessBuilder(
                List.of(
                    STRACE.toString(),
                    "-f",
                    "-y",
                    "-e",
                    "trace=openat,fsync,fdatasync,rename",
                    "-o",
                    calls.toString(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ServiceFolderIT.class.getName(),
                    folder.resolve("state").toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    List<String> seen =
        Files.readAllLines(calls).stream().filter(line -> line.contains("/state/service")).toList();
    int file = index(seen, -1, ".* f(data)?sync\\([0-9]+<.*/state/service/[^/]*[.]part>.*");
    int name = index(seen, file, ".* rename\\(.*[.]part\", \".*/state/service/database[.]key\".*");
    int entry = index(seen, name, ".* f(data)?sync\\([0-9]+<.*/state/service>.*");
    int database = index(seen, -1, ".* openat\\(.*/state/service/history[.]mv[.]db\".*O_CREAT.*");
    assertThat(entry).isLessThan(database);
  }
}
