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

@Command(
    name = "garrison",
    description =
        "Stations Microsoft Defender for Endpoint on Windows servers, through Configuration Manager.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:converged, or done",
      "1:an error; the diagnostics say what is wrong",
      "2:plan and verify: changes are pending",
      "3:only waiting or manual steps are left",
      "4:plan, apply, verify and job run: something is blocked until a person acts",
      "64:the command line itself was wrong"
    },
    footerHeading = "%nEnvironment variables:%n",
    footer = {
      "  GARRISON_MANIFEST   the manifest, where a command takes --manifest",
      "  GARRISON_STATE      the state directory, where a command takes --state",
      "  GARRISON_NO_COLOR   any value: no colors, as with NO_COLOR",
      "  GARRISON_LANG       en or ja, as with --lang",
      "An option comes before its variable. An empty variable counts as unset."
    })
final class RootCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "With an unexpected error, also show where in Garrison it happened.")
  boolean debug;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      scope = ScopeType.INHERIT,
      converter = LanguageOption.class,
      completionCandidates = LanguageOption.class,
      description =
          "Language of screens and diagnostics: ${COMPLETION-CANDIDATES} (default: the system's language).")
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
      completionCandidates = Colors.When.Words.class,
      description =
          "Color screens: ${COMPLETION-CANDIDATES}; auto unless named: on a terminal, without NO_COLOR.")
  void color(@Nullable When when) {
    if (when != null) {
      colors.use(when);
    }
  }

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "The same as --color never.")
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
