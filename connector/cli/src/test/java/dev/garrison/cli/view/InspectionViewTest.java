package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.TerminalTime;
import dev.garrison.digest.Sha256;
import dev.garrison.payload.Description;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Place;
import dev.garrison.payload.SignatureReport.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InspectionViewTest {
  private static final SignatureReport PRIMARY =
      new SignatureReport(
              Status.WRONG_PUBLISHER,
              Optional.of("A Publisher"),
              Optional.of("An Authority"),
              Optional.empty())
          .at(Place.PRIMARY);
  private static final SignatureReport NESTED =
      new SignatureReport(
              Status.VALID,
              Optional.of("Microsoft Corporation"),
              Optional.of("Another Authority"),
              Optional.of(Instant.parse("2026-11-24T00:00:00Z")))
          .at(Place.NESTED)
          .beside(List.of(PRIMARY));

  private static List<Inspection> inspected() {
    return List.of(
        new Inspection(
            Path.of("x.dll"),
            Optional.empty(),
            Sha256.of("x"),
            1,
            new Description(Optional.of(NESTED), Map.of(), List.of())));
  }

  @Test
  void eachSignatureOfAFileHasItsLine() {
    assertThat(InspectionView.render(inspected(), 1, new TerminalTime(ZoneOffset.UTC)).lines())
        .containsSubsequence(
            "  signature       valid (nested), by Microsoft Corporation, issued by Another Authority, timestamped 2026-11-24 00:00",
            "                  UTC",
            "  other signature wrong publisher (primary), by A Publisher, issued by An Authority");
  }

  @Test
  void anAuthorityThatTheManifestAddedIsNamedBesideTheSigner() {
    SignatureReport report =
        new SignatureReport(
                Status.VALID,
                Optional.of("Microsoft Corporation"),
                Optional.of("Contoso Issuing"),
                Optional.empty())
            .under(Optional.of("Contoso Root"));
    List<Inspection> inspected =
        List.of(
            new Inspection(
                Path.of("x.dll"),
                Optional.empty(),
                Sha256.of("x"),
                1,
                new Description(Optional.of(report), Map.of(), List.of())));

    assertThat(InspectionView.render(inspected, 1, new TerminalTime(ZoneOffset.UTC)))
        .contains(
            "by Microsoft Corporation under \"Contoso Root\", which \"packages.trust\" names");
  }
}
