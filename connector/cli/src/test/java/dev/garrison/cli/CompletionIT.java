package dev.garrison.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code source <(garrison completion)}, in a real bash. */
final class CompletionIT {
  @TempDir private Path folder;

  @Command(name = "plan")
  private static final class Planning implements Callable<Integer> {
    @Option(names = "--expires")
    private String expires = "";

    @Option(names = "--out")
    private String out = "";

    @Override
    public Integer call() {
      return expires.length() + out.length();
    }
  }

  @BeforeEach
  void printTheScript() throws IOException {
    StringWriter out = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    int code = new CommandLineProgram(console, "1.2.3", List.of(new Planning())).run("completion");
    assertThat(code).isEqualTo(ExitCode.OK);
    Files.writeString(folder.resolve("completion.sh"), out.toString());
  }

  /** What bash offers for the last of these words. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    String script =
        """
        source <(cat completion.sh)
        complete -p garrison >&2
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        COMP_LINE="${COMP_WORDS[*]}"
        _complete_garrison
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(String.join(" ", words), words.length - 1);
    Process bash =
        new ProcessBuilder("bash", "--norc", "-u", "-c", script)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = Files.readString(folder.resolve("errors"));
    assertThat(bash.waitFor()).as(errors).isZero();
    assertThat(errors).contains("complete -o default -F _complete_garrison garrison");
    return answer.lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void theBeginningOfACommandIsCompleted() throws IOException, InterruptedException {
    assertThat(offered("garrison", "ver")).containsExactly("version");
  }

  @Test
  void theBeginningOfAnOptionIsCompleted() throws IOException, InterruptedException {
    assertThat(offered("garrison", "plan", "--ex")).containsExactly("--expires");
  }
}
