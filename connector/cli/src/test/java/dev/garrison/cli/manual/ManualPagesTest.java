package dev.garrison.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

final class ManualPagesTest {
  @Command(
      name = "tool",
      description = "Does the work. All of it.",
      footer = "TOOL_HOME  the folder",
      subcommands = {Halting.class, Secret.class})
  private static final class Tool {}

  @Command(
      name = "halt",
      description = {"Stop a ring.", ".dot at the start", "C:\\rings \u2013 and 'more'"},
      exitCodeList = {"0:done", "1:an error"})
  private static final class Halting {
    @Parameters(paramLabel = "RING", description = "The ring's name.")
    String unusedRing = "";

    @Option(
        names = {"-r", "--reason"},
        paramLabel = "TEXT",
        description = {"Why.", "Noted; ${DEFAULT-VALUE} unless named."},
        defaultValue = "none")
    String unusedReason = "";

    @Option(names = "--yes", description = "Do not ask.")
    boolean unusedYes;

    @Option(names = "--hidden", hidden = true)
    boolean unusedHidden;
  }

  @Command(name = "secret", hidden = true)
  private static final class Secret {}

  @Test
  void everyCommandThatHelpShowsHasAPage() {
    assertThat(ManualPages.of(new CommandLine(new Tool()), "1.2"))
        .containsOnlyKeys("tool.1", "tool-halt.1");
  }

  @Test
  void thePageOfTheProgramNamesItsCommandsAndVariables() {
    assertThat(ManualPages.of(new CommandLine(new Tool()), "1.2").get("tool.1"))
        .isEqualTo(
            """
            .TH "TOOL" "1" "" "Garrison 1.2" "Garrison"
            .SH "NAME"
            tool \\- Does the work
            .SH "SYNOPSIS"
            tool [COMMAND]
            .SH "DESCRIPTION"
            .PP
            Does the work. All of it.
            .SH "OPTIONS"
            .SH "COMMANDS"
            .TP
            \\fBtool\\-halt(1)\\fR
            Stop a ring.
            .SH "ENVIRONMENT"
            .nf
            TOOL_HOME  the folder
            .fi
            """);
  }

  @Test
  void thePageOfACommandHasItsArgumentsOptionsAndExitCodes() {
    assertThat(ManualPages.of(new CommandLine(new Tool()), "1.2").get("tool-halt.1"))
        .isEqualTo(
            """
            .TH "TOOL\\-HALT" "1" "" "Garrison 1.2" "Garrison"
            .SH "NAME"
            tool\\-halt \\- Stop a ring
            .SH "SYNOPSIS"
            tool halt [\\-\\-yes] [\\-r=TEXT] RING
            .SH "DESCRIPTION"
            .PP
            Stop a ring.
            .PP
            \\&.dot at the start
            .PP
            C:\\erings \\[u2013] and 'more'
            .SH "ARGUMENTS"
            .TP
            \\fBRING\\fR
            The ring's name.
            .SH "OPTIONS"
            .TP
            \\fB\\-r, \\-\\-reason=TEXT\\fR
            Why.
            Noted; none unless named.
            .TP
            \\fB\\-\\-yes\\fR
            Do not ask.
            .SH "EXIT STATUS"
            .TP
            \\fB0\\fR
            done
            .TP
            \\fB1\\fR
            an error
            .SH "SEE ALSO"
            tool(1)
            """);
  }
}
