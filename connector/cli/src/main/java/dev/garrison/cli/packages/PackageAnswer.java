package dev.garrison.cli.packages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.garrison.cli.view.IntakeView;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.intake.Intake.Added;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.intake.IntakeChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Package file as JSON. Unknown facts are empty.
 *
 * @param kind the kind of package; {@code unknown} if the file is no package
 * @param size in bytes
 * @param added whether it was copied; only for {@code package add}
 * @param addedAt when it was added; only for {@code package list}
 * @param taken whether the next plan uses it; only for {@code package list}
 */
record PackageAnswer(
    String file,
    boolean acceptable,
    String kind,
    long size,
    String sha256,
    Optional<String> version,
    Optional<String> productName,
    Optional<String> productVersion,
    Optional<String> productCode,
    Optional<String> upgradeCode,
    Optional<String> architecture,
    Optional<String> tenant,
    Optional<String> connectivity,
    Optional<String> geography,
    Optional<String> datacenter,
    Optional<String> packageGuid,
    Optional<String> blob,
    Optional<String> proven,
    Optional<String> packageKind,
    Optional<String> expires,
    Optional<String> parameters,
    Optional<Signature> signature,
    List<FindingAnswer> findings,
    @OmittedWhenEmpty Optional<Boolean> added,
    @OmittedWhenEmpty Optional<Instant> addedAt,
    @OmittedWhenEmpty Optional<Boolean> taken)
    implements JsonForm {
  /**
   * Result of checking one signature.
   *
   * @param others the other signatures of the file; present for the first one only
   */
  record Signature(
      String status,
      Optional<String> signer,
      Optional<String> issuer,
      Optional<String> addedRoot,
      Optional<Instant> timestamp,
      String place,
      @OmittedWhenEmpty Optional<List<Signature>> others)
      implements JsonForm {
    private static Signature of(SignatureReport report) {
      return of(
          report,
          Optional.of(report.others().stream().map(other -> of(other, Optional.empty())).toList()));
    }

    private static Signature of(SignatureReport report, Optional<List<Signature>> others) {
      return new Signature(
          report.status().words().toString(),
          report.signer(),
          report.issuer(),
          report.addedRoot(),
          report.timestamp(),
          report.place().words(),
          others);
    }
  }

  /** Output of {@code package inspect}: an array. */
  static String inspected(Json json, List<Inspection> inspections) {
    return array(
        json,
        inspections.stream()
            .map(each ->
                of(each, findings(each), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  /** Output of {@code package add}, with whether each file was copied. */
  static String added(Json json, List<Added> added) {
    return array(
        json,
        added.stream()
            .map(each ->
                of(
                    each.inspection(),
                    Stream.concat(
                        findings(each.inspection()),
                        each.findings().stream().map(FindingAnswer::of)),
                    Optional.of(each.copied()),
                    Optional.empty(),
                    Optional.empty())));
  }

  /**
   * Output of {@code package list}, with when each file was added and whether the next plan uses
   * it.
   */
  static String held(Json json, Holding holding) {
    IntakeChoice choice = new IntakeChoice(holding);
    return array(
        json,
        holding.packages().stream()
            .map(each ->
                of(
                    each.inspection(),
                    findings(each.inspection()),
                    Optional.empty(),
                    Optional.of(each.added()),
                    Optional.of(IntakeView.isTaken(choice, each)))));
  }

  private static String array(Json json, Stream<PackageAnswer> packages) {
    ArrayNode array = json.array();
    packages.map(json::tree).forEach(array::add);
    return json.pretty(array);
  }

  private static Stream<FindingAnswer> findings(Inspection inspection) {
    return inspection.description().findings().stream().map(FindingAnswer::of);
  }

  private static PackageAnswer of(
      Inspection inspection,
      Stream<FindingAnswer> findings,
      Optional<Boolean> added,
      Optional<Instant> addedAt,
      Optional<Boolean> taken) {
    return new PackageAnswer(
        inspection.file().toString(),
        inspection.acceptable(),
        inspection.kind().map(PackageKind::name).orElse("unknown"),
        inspection.size(),
        inspection.sha256().hex(),
        fact(inspection, Fact.VERSION),
        fact(inspection, Fact.PRODUCT_NAME),
        fact(inspection, Fact.PRODUCT_VERSION),
        fact(inspection, Fact.PRODUCT_CODE),
        fact(inspection, Fact.UPGRADE_CODE),
        fact(inspection, Fact.ARCHITECTURE),
        fact(inspection, Fact.TENANT),
        fact(inspection, Fact.CONNECTIVITY),
        fact(inspection, Fact.GEOGRAPHY),
        fact(inspection, Fact.DATACENTER),
        fact(inspection, Fact.PACKAGE_GUID),
        fact(inspection, Fact.BLOB),
        fact(inspection, Fact.PROVEN),
        fact(inspection, Fact.PACKAGE_KIND),
        fact(inspection, Fact.EXPIRES),
        fact(inspection, Fact.PARAMETERS),
        inspection.description().signature().map(Signature::of),
        findings.toList(),
        added,
        addedAt,
        taken);
  }

  private static Optional<String> fact(Inspection inspection, Fact fact) {
    return Optional.ofNullable(inspection.description().facts().get(fact));
  }
}
