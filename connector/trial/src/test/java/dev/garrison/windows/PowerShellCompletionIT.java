package dev.garrison.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.trial.PackedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code garrison completion powershell} of the whole program, in PowerShell for Windows. */
@Tag("windows")
final class PowerShellCompletionIT {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theWordsOfTheProgramAreCompleted() throws IOException, InterruptedException {
    WineComputer.shared();
    Result printed = PackedProgram.run(folder, "completion", "powershell");
    assertThat(printed.exit()).as("%s", printed).isZero();
    assertThat(printed.out()).matches("\\p{ASCII}+");
    Path script = Files.writeString(folder.resolve("completion.ps1"), printed.out());
    return PesterTests.of(
        "Completion.Tests.ps1",
        Map.of("GARRISON_TEST_COMPLETION", WineComputer.windowsPath(script)));
  }
}
