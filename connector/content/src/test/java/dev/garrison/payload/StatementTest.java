package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.SignatureReport.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the plan says of a package. */
final class StatementTest {
  private static final SignatureReport SIGNED =
      new SignatureReport(
          Status.VALID,
          Optional.of("Microsoft Corporation"),
          Optional.of("An Authority"),
          Optional.of(Instant.parse("2026-11-24T00:00:00Z")));

  private static String statement(SignatureReport report) {
    return Statement.of(
        "md4ws.msi", new Description(Optional.of(report), Map.of(Fact.VERSION, "4.18"), List.of()));
  }

  @Test
  void underMicrosoftsRootsTheSignerIsEnough() {
    assertThat(statement(SIGNED))
        .isEqualTo("md4ws.msi 4.18, signed by Microsoft Corporation, timestamped 2026-11-24");
  }

  @Test
  void aRootOfTheManifestIsNamedBecauseItCallsSignersWhatItLikes() {
    assertThat(statement(SIGNED.under(Optional.of("Contoso Root"))))
        .isEqualTo(
            "md4ws.msi 4.18, signed by Microsoft Corporation under \"Contoso Root\", which \"packages.trust\" names, timestamped 2026-11-24");
  }
}
