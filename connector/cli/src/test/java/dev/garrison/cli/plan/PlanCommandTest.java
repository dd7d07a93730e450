package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.session.Sessions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {
  @TempDir private Path folder;

  /** No session may be opened. */
  private static final class Closed implements Sessions {
    @Override
    public OpenSession open(Path manifest, Optional<Path> state, Part part) {
      throw new AssertionError("opened");
    }

    @Override
    public OpenSession openAs(Path manifest, String text, Optional<Path> state) {
      throw new AssertionError("opened");
    }
  }

  @Test
  void aReportThatIsThereIsRefusedBeforeAnythingIsRead() throws IOException {
    Path report = Files.writeString(folder.resolve("plan.html"), "theirs");
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    int code =
        new CommandLineProgram(console, "1.2.3", List.of(new PlanCommand(console, new Closed())))
            .run("plan", "--report", report.toString());
    assertThat(code).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString())
        .contains(
            report.getFileName() + " already exists. [GAR-0820]", "Specify another file name");
    assertThat(report).hasContent("theirs");
  }
}
