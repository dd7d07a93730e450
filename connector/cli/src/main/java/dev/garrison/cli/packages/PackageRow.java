package dev.garrison.cli.packages;

import dev.garrison.cli.output.Columns;
import dev.garrison.cli.view.IntakeView;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.intake.IntakeChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of {@code garrison package inspect --csv} and {@code garrison package list --csv}.
 *
 * @param added when the file was added to the package folder
 * @param taken whether the next plan uses it
 */
record PackageRow(Inspection inspection, Optional<Instant> added, Optional<Boolean> taken) {
  /** The columns. */
  static final Columns<PackageRow> COLUMNS =
      new Columns<PackageRow>()
          .and("file", row -> row.inspection.file())
          .and("kind", row -> row.inspection.kind().map(PackageKind::name).orElse("unknown"))
          .and("acceptable", row -> word(row.inspection.acceptable()))
          .and("version", row -> row.fact(Fact.VERSION))
          .and("architecture", row -> row.fact(Fact.ARCHITECTURE))
          .and("tenant", row -> row.fact(Fact.TENANT))
          .and("expires", row -> row.fact(Fact.EXPIRES))
          .and("size", row -> row.inspection.size())
          .and("sha256", row -> row.inspection.sha256().hex())
          .and("signature", row -> row.signature().map(report -> report.status().words()))
          .and("signer", row -> row.signature().flatMap(SignatureReport::signer))
          .and("added", PackageRow::added)
          .and("taken", row -> row.taken.map(PackageRow::word))
          .and("findings", PackageRow::findings);

  /** Rows of inspected files. */
  static List<PackageRow> inspected(List<Inspection> inspections) {
    return inspections.stream()
        .map(each -> new PackageRow(each, Optional.empty(), Optional.empty()))
        .toList();
  }

  /** Rows of a package folder. */
  static List<PackageRow> held(Holding holding) {
    IntakeChoice choice = new IntakeChoice(holding);
    return holding.packages().stream()
        .map(each ->
            new PackageRow(
                each.inspection(),
                Optional.of(each.added()),
                Optional.of(IntakeView.isTaken(choice, each))))
        .toList();
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  private Optional<String> fact(Fact fact) {
    return Optional.ofNullable(inspection.description().facts().get(fact));
  }

  private Optional<SignatureReport> signature() {
    return inspection.description().signature();
  }

  private String findings() {
    return inspection.description().findings().stream()
        .map(finding -> finding.code().label() + " " + finding.problem())
        .collect(Collectors.joining("; "));
  }
}
