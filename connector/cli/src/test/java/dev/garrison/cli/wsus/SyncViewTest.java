package dev.garrison.cli.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Language;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sync.PlannedSync;
import dev.garrison.wsus.sync.SyncDecision;
import dev.garrison.wsus.sync.SyncOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Synchronizations, as a Japanese administrator sees them. */
final class SyncViewTest {
  private static final Instant NOW = Instant.parse("2026-11-28T21:00:00Z");

  private static PlannedSync server(String name, SyncDecision decision) {
    WsusServer server =
        new WsusServer(
            URI.create("https://" + name + ":8531"),
            WsusServer.Owner.WSUS,
            Optional.empty(),
            new ServerAccess(
                false,
                List.of(new TrustAnchor.Pin(Sha256.of("certificate"))),
                new SignIn(
                    SignIn.Method.NTLM, Optional.empty(), Optional.empty(), Optional.empty())),
            Optional.empty(),
            Map.of(),
            WsusServer.Discover.NOTHING);
    return new PlannedSync(server, Optional.empty(), Optional.of(NOW), decision);
  }

  private static final List<PlannedSync> PLAN =
      List.of(
          server("wsus01", new SyncDecision.Start()),
          server("wsus002", new SyncDecision.LeftToOwner()));

  @Test
  void aPlanIsShownInJapanese() {
    SyncView view = new SyncView(new TerminalTime(ZoneOffset.UTC));
    assertThat(
            Language.JAPANESE.<String, RuntimeException>during(() -> view.plan("east", PLAN, NOW)))
        .isEqualToNormalizingNewlines(
            """
            east、2026-11-28 21:00 UTC

              wsus01:8531   開始 (2026-11-28 21:00 に同期)
              wsus002:8531  スキップ (Configuration Manager が同期)

              開始する同期: 1 件\
            """);
  }

  @Test
  void resultsAreShownInJapanese() {
    SyncView view = new SyncView(new TerminalTime(ZoneOffset.UTC));
    List<SyncOutcome> outcomes =
        List.of(
            new SyncOutcome.Succeeded(NOW),
            new SyncOutcome.NotNeeded(new SyncDecision.LeftToOwner()));
    assertThat(
            Language.JAPANESE
                .<String, RuntimeException>during(() -> view.ended(PLAN, outcomes))
                .lines())
        .containsExactly(
            "",
            "  wsus01:8531   2026-11-28 21:00 に成功",
            "  wsus002:8531  スキップ (Configuration Manager が同期)",
            "",
            "  すべてのサーバーが同期されています。Configuration Manager が同期するサーバーは 1 台です。");
  }
}
