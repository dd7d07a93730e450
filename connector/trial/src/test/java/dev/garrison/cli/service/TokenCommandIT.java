package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.NamedCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.login.AccessToken;
import dev.garrison.login.SignIn;
import dev.garrison.login.TokenText;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens on the command line. */
final class TokenCommandIT {
  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2107-rollup", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private record Printed(int exit, String out, String err) {}

  private Printed run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("-f", site.manifest().file().toString()));
    int exit =
        CommandLineProgram.of(
                console,
                "test",
                CommandLineDefaults.none(),
                List.of(
                    new NamedCommand(
                        "token",
                        () ->
                            new TokenCommand(
                                console, new TrialJobs(site).opening(), new SecureRandom()))))
            .run(all.toArray(String[]::new));
    return new Printed(exit, out.toString(), err.toString());
  }

  private Optional<AccessToken> signedIn(String text) throws InterruptedException {
    try (JobSchedule schedule = new TrialJobs(site).open()) {
      return new SignIn(schedule.history().tokens(), schedule.clock()).with(new TokenText(text));
    }
  }

  @Test
  void aTokenIsShownOnceAndNoFileHasIt() throws Exception {
    Printed created = run("token", "create", "--role", "operator", "--name", "night");
    List<String> lines = created.out().lines().toList();
    String token = lines.getFirst();
    assertThat(token).matches("garrison_[A-Za-z0-9_-]{43}");
    assertThat(lines.get(1))
        .isEqualTo(
            "The token \"night\" has the role operator until 2027-02-22. The token is shown only once. Store it like a password.");
    assertThat(signedIn(token)).map(AccessToken::name).contains("night");
    assertThat(run("token", "list").out()).doesNotContain(token.substring(9));
    try (Stream<Path> files = Files.walk(folder.resolve(".garrison"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(token.substring(9));
      }
    }
  }

  @Test
  void theListShowsWhoMayDoWhatUntilWhen() throws InterruptedException {
    assertThat(run("token", "list").out())
        .isEqualTo(
            "No tokens yet. Create a token with \"garrison token create --role viewer --name NAME\".\n");
    String token =
        run("token", "create", "--role", "viewer", "--name", "grafana", "--expires", "366d")
            .out()
            .lines()
            .findFirst()
            .orElseThrow();
    signedIn(token);
    run("token", "create", "--role", "approver", "--name", "a", "--expires", "1h");
    run("token", "create", "--role", "operator", "--name", "b");
    run("token", "revoke", "b");
    site.pass(java.time.Duration.ofHours(1));
    assertThat(run("token", "list").out())
        .isEqualTo(
            """
            name     role      status    until       last used
            a        approver  expired   2026-11-24  never
            b        operator  revoked   2027-02-22  never
            grafana  viewer    valid     2027-11-25  2026-11-24
            """);
    JsonNode list = new Json().parse(run("token", "list", "--json").out());
    assertThat(list.path("format").asText()).isEqualTo("garrison-tokens/1");
    assertThat(list.path("tokens").path(1).path("revoked").asText())
        .isEqualTo("2026-11-24T21:00:00Z");
  }

  @Test
  void whoeverIsRevokedIsOutAtOnceAndTheNameIsNotGivenAgain() throws InterruptedException {
    String token =
        new Json()
            .parse(run("token", "create", "--role", "viewer", "--name", "x", "--json").out())
            .path("token")
            .asText();
    assertThat(signedIn(token)).isPresent();
    assertThat(run("token", "revoke", "x").out()).isEqualTo("The token \"x\" is revoked.\n");
    assertThat(signedIn(token)).isEmpty();
    Printed again = run("token", "create", "--role", "viewer", "--name", "x");
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err())
        .isEqualTo(
            """
            error: A token named \"x\" exists or existed before. [GAR-1083]
              Fix: Choose another name, because the history identifies people by token name. \"garrison token list\" shows all tokens.
            """);
    assertThat(run("token", "revoke", "x").err())
        .isEqualTo(
            """
            error: There is no token \"x\" to revoke. [GAR-1084]
              Fix: Run \"garrison token list\" to show all tokens.
            """);
  }

  @Test
  void aTokenIsMadeWhileAnotherProcessHasTheHistory() throws InterruptedException {
    try (JobSchedule first = new TrialJobs(site).open()) {
      first.takeOver();
      assertThat(run("token", "create", "--role", "viewer", "--name", "beside").exit()).isZero();
      assertThat(first.history().tokens().all())
          .extracting(AccessToken::name)
          .containsExactly("beside");
    }
  }

  @Test
  void whatCannotBeATokenIsRefused() {
    for (String[] words :
        new String[][] {
          {"--role", "admin", "--name", "x"},
          {"--role", "viewer", "--name", "Two Words"},
          {"--role", "viewer", "--name", "x", "--expires", "367d"},
          {"--role", "viewer", "--name", "x", "--expires", "0d"},
          {"--role", "viewer"}
        }) {
      List<String> all = new ArrayList<>(List.of("token", "create"));
      all.addAll(Arrays.asList(words));
      Printed printed = run(all.toArray(String[]::new));
      assertThat(printed.exit()).as(String.join(" ", words)).isEqualTo(64);
      assertThat(printed.out()).isEmpty();
    }
  }
}
