package dev.garrison.cli;

import dev.garrison.cli.option.LanguageOption;
import dev.garrison.cli.output.Colors;
import dev.garrison.cli.output.Colors.When;
import dev.garrison.language.Language;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(name = "garrison", synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  boolean debug;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      scope = ScopeType.INHERIT,
      converter = LanguageOption.class,
      completionCandidates = LanguageOption.class)
  void language(@Nullable Language chosen) {
    // It was looked for before the rest was read: what is wrong with the rest is said in it.
  }

  private final Colors colors;

  RootCommand(Colors colors) {
    this.colors = colors;
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      converter = Colors.When.Words.class,
      completionCandidates = Colors.When.Words.class)
  void color(@Nullable When when) {
    if (when != null) {
      colors.use(when);
    }
  }

  @Option(names = "--no-color", scope = ScopeType.INHERIT)
  void noColor(boolean given) {
    if (given) {
      colors.use(When.NEVER);
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
