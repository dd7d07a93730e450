package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.jobaccess.OpenJobAccess;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.server.api.ServerCode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison token}: creates, lists and revokes the tokens for the HTTP API. */
@Command(name = "token")
public final class TokenCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

  @Spec CommandSpec spec;

  private final Console console;
  private final JobAccessOpening opening;
  private final SecureRandom random;

  public TokenCommand(Console console, JobAccessOpening opening, SecureRandom random) {
    this.console = console;
    this.opening = opening;
    this.random = random;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "create")
  int create(
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              converter = RoleConverter.class,
              completionCandidates = RoleConverter.class)
          Role role,
      @Option(names = "--name", required = true, paramLabel = "NAME") String name,
      @Option(names = "--expires", paramLabel = "DURATION", defaultValue = "90d") Duration expires,
      @Mixin AnswerOptions answer,
      @Mixin ManifestOptions options)
      throws InterruptedException {
    requireName(name);
    requireSpan(expires);
    TokenText text = TokenText.fresh(random);
    try (OpenJobAccess open = options.jobs(opening)) {
      Instant now = open.clock().instant();
      AccessToken token =
          new AccessToken(
              name,
              role,
              text.digest(),
              now,
              open.who(),
              now.plus(expires),
              Optional.empty(),
              Optional.empty());
      if (!open.jobs().addToken(token)) {
        throw new RefusalException(
            Diagnostic.error(ServerCode.TOKEN_NAME_TAKEN, Message.of("token.taken", "name", name)));
      }
      answer.print(
          console,
          () -> TokenAnswer.of(token, text),
          () -> TokenView.created(token, text, console.time()));
      return ExitCode.OK;
    }
  }

  private void requireName(String name) {
    if (!name.matches(NAME)) {
      throw UsageMistake.of(spec, "create", Text.of("usage.token-name", "name", name));
    }
  }

  private void requireSpan(Duration expires) {
    if (expires.isZero() || expires.compareTo(LONGEST) > 0) {
      throw UsageMistake.of(spec, "create", Text.of("usage.token-span"));
    }
  }

  @Command(name = "list")
  int list(@Mixin RowOptions answer, @Mixin ManifestOptions options) throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      List<AccessToken> tokens = open.jobs().tokens();
      Instant now = open.clock().instant();
      answer.print(
          console,
          () -> TokensAnswer.of(tokens, now),
          TokenColumns.at(now),
          () -> tokens,
          () -> TokenView.list(tokens, now, console.time()));
      return ExitCode.OK;
    }
  }

  @Command(name = "revoke")
  int revoke(@Parameters(paramLabel = "NAME") String name, @Mixin ManifestOptions options)
      throws InterruptedException {
    try (OpenJobAccess open = options.jobs(opening)) {
      if (!open.jobs().revokeToken(name, open.clock().instant(), open.who())) {
        throw new RefusalException(
            Diagnostic.error(ServerCode.TOKEN_UNKNOWN, Message.of("token.unknown", "name", name)));
      }
      console.out().println(Text.of("token.revoked", "name", name).shown());
      return ExitCode.OK;
    }
  }
}
