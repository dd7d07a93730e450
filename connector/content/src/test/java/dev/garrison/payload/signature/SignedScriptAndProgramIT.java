package dev.garrison.payload.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.executable.PlatformUpdateKind;
import dev.garrison.payload.judge.InstallScripts;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Programs;
import dev.garrison.payload.judge.Signing;
import dev.garrison.payload.powershell.InstallScriptKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts and programs signed by osslsigncode, which also says what it thinks of each. */
final class SignedScriptAndProgramIT {
  private static final String PRODUCT = "Microsoft Malware Protection";

  /** osslsigncode signs and verifies at the system's time. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  private Signing signing;
  private PackageInspector inspector;

  @BeforeAll
  static void needsTheJudge() {
    Judge.need("osslsigncode");
  }

  @BeforeEach
  void prepare() throws Exception {
    signing = new Signing(folder, now);
    Authenticode authenticode = new Authenticode(signing.trust());
    inspector =
        new PackageInspector(
            List.of(new PlatformUpdateKind(authenticode), new InstallScriptKind(authenticode)));
  }

  private Description describe(Path file) {
    return inspect(file).description();
  }

  private Inspection inspect(Path file) {
    return inspector.inspect(file, new Requirements(now, Optional.empty()));
  }

  private Status status(Path file) {
    return describe(file).signature().map(SignatureReport::status).orElseThrow();
  }

  private String findings(Path file) {
    return describe(file).findings().stream().map(Diagnostic::toString).toList().toString();
  }

  private Path script() throws Exception {
    Path plain = Files.writeString(folder.resolve("install.ps1"), InstallScripts.current());
    return signing.signed(plain, signing.publisher(), signing.stamped(now));
  }

  private Path program(String name, String product) throws Exception {
    Path plain =
        Files.write(
            folder.resolve("UpdatePlatform.exe"),
            Programs.program(name, product, 4, 18, 26030, 3011));
    return signing.signed(plain, signing.publisher(), signing.stamped(now));
  }

  private static Path rewritten(Path file, String what, String by) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(what);
    return Files.writeString(file, text.replace(what, by), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aSignedScriptIsValidAndItsParametersAreFound() throws Exception {
    Path file = script();

    assertThat(signing.judged(file)).isTrue();
    assertThat(inspect(file).kind()).map(PackageKind::name).contains("installScript");
    assertThat(status(file)).isEqualTo(Status.VALID);
    assertThat(describe(file).findings()).isEmpty();
    assertThat(describe(file).facts())
        .containsEntry(
            Fact.PARAMETERS,
            "ExtraWebRequestOptions, NoEtl, NoMSILog, OnboardingScript, Passive, RemoveMMA, Uninstall")
        .containsEntry(Fact.VERSION, now.atZone(ZoneOffset.UTC).toLocalDate().toString());
  }

  @Test
  void aScriptWithOneLetterChangedIsTampered() throws Exception {
    Path file = rewritten(script(), "exit 0", "exit 1");

    assertThat(signing.judged(file)).isFalse();
    assertThat(status(file)).isEqualTo(Status.TAMPERED);
    assertThat(findings(file)).contains("GAR-0416");
  }

  @Test
  void aPastedScriptIsToldByItsLineEnds() throws Exception {
    Path file = rewritten(script(), "\r\n", "\n");

    assertThat(inspect(file).acceptable()).isFalse();
    assertThat(status(file)).isEqualTo(Status.TAMPERED);
    assertThat(findings(file))
        .contains(
            "end without a carriage return, as in copied text. This breaks Microsoft's signature. Nothing else was changed. Download the repository microsoft/mdefordownlevelserver as a ZIP file")
        .contains("GAR-0426");
  }

  @Test
  void aPastedAndEditedScriptIsToldApart() throws Exception {
    Path file = rewritten(rewritten(script(), "exit 0", "exit 1"), "\r\n", "\n");

    assertThat(findings(file))
        .contains("With the line ends restored, the signature doesn't match either.");
  }

  @Test
  void whatFollowsTheSignatureIsNotIgnored() throws Exception {
    Path file = script();
    Files.writeString(file, Files.readString(file) + "Remove-Item C:\\ -Recurse\r\n");

    assertThat(findings(file)).contains("is damaged: data follows the signature block", "GAR-0424");
  }

  @Test
  void aScriptInUtf16IsReadLikeTheOthers() throws Exception {
    Path plain = folder.resolve("install.ps1");
    Files.write(plain, ("\uFEFF" + InstallScripts.current()).getBytes(StandardCharsets.UTF_16LE));
    Path file = signing.signed(plain, signing.publisher());

    assertThat(signing.judged(file)).isTrue();
    assertThat(status(file)).isEqualTo(Status.VALID);
  }

  @Test
  void anotherSignedScriptIsNotTheInstallScript() throws Exception {
    Path plain = Files.writeString(folder.resolve("other.ps1"), "param([switch] $X)\r\nexit 0\r\n");
    Path file = signing.signed(plain, signing.publisher());

    assertThat(status(file)).isEqualTo(Status.VALID);
    assertThat(findings(file))
        .contains("is a script, but not install.ps1: md4ws.msi isn't mentioned.", "GAR-0425");
  }

  @Test
  void aScriptFromBefore2023IsAWarning() throws Exception {
    Path plain =
        Files.writeString(
            folder.resolve("install.ps1"),
            InstallScripts.current().replace("ExtraWebRequestOptions", "Other"));
    Path file = signing.signed(plain, signing.publisher());

    assertThat(inspect(file).acceptable()).isTrue();
    assertThat(findings(file)).contains("is older than 2023-07-13", "GAR-0427");
  }

  @Test
  void aSignedPlatformUpdateIsKnownByItsVersionInformation() throws Exception {
    Path file = program("UpdatePlatform.exe", PRODUCT);

    assertThat(signing.judged(file)).isTrue();
    assertThat(inspect(file).kind()).map(PackageKind::name).contains("platformUpdate");
    assertThat(status(file)).isEqualTo(Status.VALID);
    assertThat(describe(file).findings()).isEmpty();
    assertThat(describe(file).facts()).containsEntry(Fact.VERSION, "4.18.26030.3011");
  }

  @Test
  void anotherProgramOfTheSamePublisherIsRefused() throws Exception {
    assertThat(findings(program("setup.exe", "Other")))
        .contains(
            "is \"setup.exe\" of \"Other\" instead of UpdatePlatform.exe of Microsoft Malware Protection.",
            "GAR-0429");
  }

  @Test
  void aBitTurnedInAProgramIsNeverAcceptedUnlessTheJudgeAcceptsIt() throws Exception {
    Path file = program("UpdatePlatform.exe", PRODUCT);
    int size = (int) Files.size(file);
    for (int place = 2; place < size; place += 97) {
      Path turned = signing.turned(file, place);

      assertThat(inspect(turned).acceptable() && !signing.judged(turned))
          .as("byte %d", place)
          .isFalse();
      Files.delete(turned);
    }
  }

  @Test
  void bytesAfterTheSignatureOfAProgramAreRefused() throws Exception {
    Path file = program("UpdatePlatform.exe", PRODUCT);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 8));

    assertThat(inspect(file).acceptable()).isFalse();
    assertThat(findings(file))
        .contains("can't be used: the signature isn't at the end of the file.", "GAR-0420");
  }

  @Test
  void anUnsignedProgramAndAnUnsignedScriptAreNotAcceptable() throws Exception {
    Path program =
        Files.write(
            folder.resolve("UpdatePlatform.exe"),
            Programs.program("UpdatePlatform.exe", PRODUCT, 4, 18, 1, 1));
    Path script = Files.writeString(folder.resolve("install.ps1"), InstallScripts.current());

    assertThat(status(program)).isEqualTo(Status.UNSIGNED);
    assertThat(status(script)).isEqualTo(Status.UNSIGNED);
    assertThat(inspect(script).acceptable()).isFalse();
  }
}
