package dev.garrison.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Credentials;
import dev.garrison.lab.smb.SambaServer;
import dev.garrison.lab.smb.SambaSettings;
import dev.garrison.leak.KeptSecrets.Source;
import dev.garrison.payload.judge.Authority;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.Keystores;
import dev.garrison.share.samba.Samba;
import dev.garrison.trial.TrialSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No command shows a secret: not on the screen, not in a file, not in the list of processes, not in
 * the name of a thread; whatever the source, and also when signing in fails.
 */
final class NoSecretShowsIT {
  @TempDir private Path folder;

  @Test
  void everyCommandIsOnTheTour() throws InterruptedException {
    assertThat(Tour.commands()).isEqualTo(Tour.commands(folder));
  }

  @ParameterizedTest
  @EnumSource(Source.class)
  void noCommandShowsASecret(Source source) throws Exception {
    KeptSecrets kept = new KeptSecrets(source, Files.createDirectory(folder.resolve("secrets")));
    Path trial = Files.createDirectory(folder.resolve("trial"));
    try (SambaServer server =
            Samba.start(
                SambaSettings.in(
                    Path.of(System.getProperty("java.io.tmpdir")), SecretTrial.SHARE));
        TrialSite site =
            SecretTrial.site(
                trial, server, Optional.of(new Credentials("svc", SecretTrial.SITE)))) {
      String right = kept.keep("site", SecretTrial.SITE);
      String wrong = kept.keep("wrong site", SecretTrial.WRONG_SITE);
      String lines = "  user: svc\n  password: \"%s\"\n";
      SecretTrial.writeManifests(site, kept, lines.formatted(right), lines.formatted(wrong));
      if (source == Source.ENVIRONMENT) {
        kept.keep("signing key", Keystores.PASSWORD);
        Authority authority = Authority.around(Instant.now(), "Test Root");
        Keystores.pkcs12(
            trial.resolve("packages/code.pfx"),
            authority.certify("Scripts", Use.CODE, Instant.now().minusSeconds(60), 30),
            "code");
      }
      Trace trace = new Trace(site, kept.setting(List.of()));
      for (Tour.Step step : source == Source.ENVIRONMENT ? Tour.steps() : Tour.signingIn()) {
        trace.run(step);
      }
      SecretTrial.assertNothingShows(trace, kept.search(), trial);
      assertThat(trace.saw("vault"))
          .as("the program of 'command:' was watched")
          .isEqualTo(source == Source.COMMAND);
    }
  }
}
