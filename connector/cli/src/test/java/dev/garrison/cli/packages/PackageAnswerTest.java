package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.Printed;
import dev.garrison.cli.Rows;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Place;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.intake.HeldPackage;
import dev.garrison.payload.intake.Intake.Added;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PackageAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final Diagnostic FINDING =
      Diagnostic.error(PackageCommandCode.SIGNER_NOT_OF_CODE, "It is wrong.", "Get another.");
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
              Optional.of(NOW))
          .under(Optional.of("Contoso Root"))
          .at(Place.NESTED)
          .beside(List.of(PRIMARY));

  private static final Inspection UNKNOWN =
      new Inspection(
          Path.of("x.dll"),
          Optional.empty(),
          Sha256.of("x"),
          1,
          new Description(Optional.empty(), Map.of(), List.of(FINDING)));

  private static Inspection known() {
    Map<Fact, String> facts =
        Arrays.stream(Fact.values())
            .collect(Collectors.toMap(Function.identity(), fact -> "the " + fact.label()));
    return new Inspection(
        Path.of("md4ws.msi"),
        Optional.empty(),
        Sha256.of("y"),
        5_000_000_000L,
        new Description(Optional.of(NESTED), facts, List.of()));
  }

  private static String inspected(List<Inspection> inspections) {
    return PackageAnswer.inspected(new Json(), inspections);
  }

  private static String added(List<Added> added) {
    return PackageAnswer.added(new Json(), added);
  }

  private static String held(Holding holding) {
    return PackageAnswer.held(new Json(), holding);
  }

  private static String signer(Signer signer) {
    return new Json().pretty(SignerAnswer.of(Path.of("md4ws.msi"), signer));
  }

  @Test
  void whatWasInspectedIsAsItWasPrintedBefore() {
    Printed.asBefore(
        PackageAnswerTest.class, "package-inspect.json", inspected(List.of(known(), UNKNOWN)));
  }

  @Test
  void whatWasAddedIsAsItWasPrintedBefore() {
    Printed.asBefore(
        PackageAnswerTest.class,
        "package-add.json",
        added(
            List.of(
                new Added(known(), true, List.of()), new Added(UNKNOWN, false, List.of(FINDING)))));
  }

  @Test
  void whatIsHeldIsAsItWasPrintedBefore() {
    Printed.asBefore(
        PackageAnswerTest.class,
        "package-list.json",
        held(new Holding(List.of(new HeldPackage(known(), NOW)), List.of())));
  }

  @Test
  void nothingIsAnEmptyArray() {
    assertThat(inspected(List.of())).isEqualTo("[ ]\n");
  }

  @Test
  void aSignerIsAsItWasPrintedBefore() {
    CertificateFacts leaf =
        new CertificateFacts(
            "Microsoft Corporation",
            List.of("a.example"),
            NOW.minusSeconds(60),
            NOW.plusSeconds(60),
            Sha256.of("leaf"));
    CertificateFacts root =
        new CertificateFacts("Root", List.of(), NOW, NOW.plusSeconds(1), Sha256.of("root"));
    Printed.asBefore(
        PackageAnswerTest.class,
        "package-signer.json",
        signer(
            new Signer(
                List.of(leaf, root), false, Optional.empty(), Optional.empty(), List.of(FINDING))));
  }

  @Test
  void aSignerThatTheManifestNamesIsAsItWasPrintedBefore() {
    Printed.asBefore(
        PackageAnswerTest.class,
        "package-signer-trusted.json",
        signer(
            new Signer(List.of(), true, Optional.empty(), Optional.of("Contoso Root"), List.of())));
  }

  @Test
  void everyFactIsAPartOfTheAnswer() {
    assertThat(Arrays.stream(PackageAnswer.class.getRecordComponents()).map(part -> part.getName()))
        .containsAll(Arrays.stream(Fact.values()).map(Fact::key).toList());
  }

  private static final String NAMES =
      "file,kind,acceptable,version,architecture,tenant,expires,size,sha256,signature,signer,added,taken,findings";

  @Test
  void eachInspectedFileIsARow() {
    assertThat(Rows.of(PackageRow.COLUMNS, PackageRow.inspected(List.of(known(), UNKNOWN))))
        .containsExactly(
            NAMES,
            "md4ws.msi,unknown,yes,the version,the architecture,the tenant,the expires,5000000000,"
                + Sha256.of("y").hex()
                + ",valid,Microsoft Corporation,,,",
            "x.dll,unknown,no,,,,,1," + Sha256.of("x").hex() + ",,,,,GAR-0485 It is wrong.");
  }

  @Test
  void aRowOfThePackageFolderSaysWhenItWasAddedAndWhetherItIsUsed() {
    assertThat(
            Rows.of(
                PackageRow.COLUMNS,
                PackageRow.held(new Holding(List.of(new HeldPackage(UNKNOWN, NOW)), List.of()))))
        .containsExactly(
            NAMES,
            "x.dll,unknown,no,,,,,1,"
                + Sha256.of("x").hex()
                + ",,,2026-11-24T21:00:00Z,no,GAR-0485 It is wrong.");
  }
}
