package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.webhook.TestMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison notify}: tests the webhooks that the service notifies of its findings. */
@Command(name = "notify")
public final class NotifyCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Trial trial;

  public NotifyCommand(Console console, Trial trial) {
    this.console = console;
    this.trial = trial;
  }

  /** Posts a test message to each webhook of a manifest. */
  @FunctionalInterface
  public interface Trial {
    /**
     * Posts the messages.
     *
     * @throws dev.garrison.diagnostic.RefusalException when the manifest has mistakes or no webhook
     */
    List<TestMessage> of(Path manifest);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "test")
  int test(
      @Option(
              names = {"-f", "--manifest"},
              paramLabel = "FILE",
              defaultValue = "garrison.yaml")
          Path manifest,
      @Mixin AnswerOptions answer) {
    List<TestMessage> tests = trial.of(manifest);
    answer.print(
        console,
        () -> WebhooksAnswer.of(tests),
        () ->
            tests.stream()
                .map(NotifyCommand::line)
                .collect(Collectors.joining(System.lineSeparator())));
    return tests.stream().allMatch(TestMessage::arrived) ? ExitCode.OK : ExitCode.ERROR;
  }

  private static String line(TestMessage test) {
    return ScreenText.text(
        "  %s  %s: %s"
            .formatted(
                ScreenText.padded(
                    (test.arrived()
                            ? Text.of("webhook-test.arrived")
                            : Text.of("webhook-test.failed"))
                        .shown(),
                    4),
                test.webhook(),
                RecordedText.shown(test.posted().words())));
  }
}
