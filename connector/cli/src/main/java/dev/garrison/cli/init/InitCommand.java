package dev.garrison.cli.init;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.DiagnosticView;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.manifest.draft.FirstAnswer;
import dev.garrison.manifest.draft.FirstManifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison init}: a first manifest, by asking on a terminal or from options. */
@Command(name = "init", modelTransformer = FirstAnswerOptions.OfInit.class)
public final class InitCommand implements Callable<Integer> {
  private final Console console;
  private final BufferedReader input;
  private final FirstManifest manifest;

  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "garrison.yaml")
  private Path file;

  /**
   * @param input what a person types; read only on a terminal
   */
  public InitCommand(Console console, BufferedReader input, FirstManifest manifest) {
    this.console = console;
    this.input = input;
    this.manifest = manifest;
  }

  @Override
  public Integer call() {
    if (console.terminal()) {
      manifest.write(file, FirstAnswerOptions.given(spec), new Typist());
    } else {
      manifest.write(file, FirstAnswerOptions.given(spec));
    }
    console.out().println(Text.of("init.written", "file", file).shown());
    console.out().println(Text.of("init.next").shown());
    return ExitCode.OK;
  }

  /** The person at the terminal. */
  private final class Typist implements FirstManifest.Person {
    @Override
    public Optional<String> answer(FirstAnswer question) {
      console.err().print(FirstQuestion.of(question).shown() + " ");
      console.err().flush();
      try {
        return Optional.ofNullable(input.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void refuse(List<Diagnostic> problems) {
      problems.forEach(problem -> console.err().println(DiagnosticView.render(problem)));
    }
  }
}
