package dev.garrison.wsus.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each outcome means for the servers below, for the next run, and for a person. */
final class SyncOutcomeTest {
  private static final WsusServer LOWER = NamedServer.at("wsus02").server();
  private static final WsusServer TOP = NamedServer.at("wsus01").server();
  private static final Diagnostic REFUSED =
      Diagnostic.error(SyncCode.SYNC_NOT_ALLOWED, "It may not be.", "Allow it.");

  private static Arguments row(
      SyncOutcome outcome, boolean allowsBelow, boolean waits, String... problems) {
    return Arguments.of(outcome, allowsBelow, waits, List.of(problems));
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        row(new SyncOutcome.Succeeded(Instant.EPOCH), true, false),
        row(new SyncOutcome.NotNeeded(new SyncDecision.LeftToOwner()), true, false),
        row(new SyncOutcome.Running(Optional.empty()), false, true),
        row(new SyncOutcome.Waits("not yet"), false, true),
        row(
            new SyncOutcome.Failed(Optional.of("no connection")),
            false,
            false,
            "The synchronization of WSUS server wsus02:8531 failed: no connection. Check SoftwareDistribution.log on that server, and then run the command again. [SYNC_FAILED GAR-0983]"),
        row(
            new SyncOutcome.Failed(Optional.empty()),
            false,
            false,
            "The synchronization of WSUS server wsus02:8531 failed. WSUS shows no details, as is usual since October 2025. Check SoftwareDistribution.log on that server, and then run the command again. [SYNC_FAILED GAR-0983]"),
        row(
            new SyncOutcome.Cancelled(),
            false,
            false,
            "The synchronization of WSUS server wsus02:8531 was canceled. Find out why, and then run the command again. [SYNC_CANCELLED GAR-0984]"),
        row(
            new SyncOutcome.Unknown(Text.of("sync.no-event")),
            false,
            false,
            "The result of the synchronization of WSUS server wsus02:8531 is unknown. No synchronization is running, and no event shows how this one ended. Check \"Synchronizations\" in the WSUS console. It is safe to rerun the command. [SYNC_OUTCOME_UNKNOWN GAR-0985]"),
        row(
            new SyncOutcome.HeldBack(TOP),
            false,
            false,
            "WSUS server wsus02:8531 wasn't synchronized because its upstream server wsus01:8531 wasn't. Resolve the problem of the upstream server, and then run the command again. [SYNC_UPSTREAM_FAILED GAR-0986]"),
        row(
            new SyncOutcome.Refused(List.of(REFUSED)),
            false,
            false,
            "It may not be. Allow it. [SYNC_NOT_ALLOWED GAR-0996]"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void anOutcomeHasItsMeaning(
      SyncOutcome outcome, boolean allowsBelow, boolean waits, List<String> problems) {
    assertThat(outcome.allowsBelow()).isEqualTo(allowsBelow);
    assertThat(outcome.waits()).isEqualTo(waits);
    assertThat(outcome.problems(LOWER)).map(Diagnostic::toString).isEqualTo(problems);
  }
}
