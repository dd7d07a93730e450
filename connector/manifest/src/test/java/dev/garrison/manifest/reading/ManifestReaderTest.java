package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.RolloutSection;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.TenantSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.TrustAnchor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestReaderTest {
  @TempDir Path folder;

  @Test
  void whatTheMinimalExampleLeavesOutHasItsDefault() throws IOException {
    Manifest manifest = Examples.read(Examples.text("minimal.yaml")).manifest();
    assertThat(manifest.site().rollup()).isEqualTo(SiteSection.Rollup.DETECT);
    assertThat(manifest.site().access().allowPlainHttp()).isFalse();
    assertThat(manifest.site().allowChildPrimary()).isFalse();
    assertThat(manifest.content().keepVersions()).isEqualTo(3);
    assertThat(manifest.tenant().geo()).isEmpty();
    assertThat(manifest.naming()).isEqualTo(NamingSection.DEFAULT);
    assertThat(manifest.consoleFolder()).isEmpty();
    assertThat(manifest.securityScopes()).isEmpty();
    assertThat(manifest.distribution().threshold()).isEqualTo(95);
    assertThat(manifest.rollout()).isEqualTo(RolloutSection.DEFAULT);
    assertThat(manifest.exemptions()).isEmpty();
    assertThat(manifest.blackout()).isEmpty();
    Ring ring = manifest.rings().getFirst();
    assertThat(ring.exclude()).isEmpty();
    assertThat(ring.shortDeadline()).isFalse();
    assertThat(ring.localTime()).isTrue();
    assertThat(ring.requireMaintenanceWindow()).isTrue();
    assertThat(ring.distributionGroups()).isEmpty();
  }

  @Test
  void withoutAListOfOperatingSystemsAllFiveAreMeant() throws IOException {
    Manifest manifest = Examples.read(Examples.text("two-rings.yaml")).manifest();
    assertThat(manifest.operatingSystems()).containsExactly(OperatingSystem.values());
  }

  @Test
  void whatTheFileSaysArrives() throws IOException {
    Manifest manifest = Examples.read(Examples.text("every-key.yaml")).manifest();
    assertThat(manifest.name()).isEqualTo("every-key");
    assertThat(manifest.site().providers())
        .containsExactly(URI.create("http://127.0.0.1:8080/AdminService"));
    assertThat(manifest.site().access().signIn().account())
        .contains(
            new Account(
                "CONTOSO\\svc-garrison",
                new SecretReference.EnvironmentVariable("GARRISON_SITE_PASSWORD")));
    assertThat(manifest.site().access().trust())
        .containsExactly(
            new TrustAnchor.SystemAuthorities(),
            new TrustAnchor.CertificateFile(Path.of("/srv/garrison/certificates/contoso-root.pem")),
            new TrustAnchor.Pin(new Sha256("00112233445566778899aabbccddeeff".repeat(2))));
    assertThat(manifest.content().publishTo())
        .isEqualTo(new PublishTarget.SmbShare("fs01.contoso.example", "mde$", ""));
    assertThat(manifest.content().signIn().servicePrincipal()).isPresent();
    assertThat(manifest.content().signIn().account().map(Account::password))
        .contains(new SecretReference.Keytab(Path.of("/srv/garrison/secrets/share.keytab")));
    assertThat(manifest.tenant())
        .isEqualTo(
            new TenantSection(
                UUID.fromString("5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"),
                Optional.of(TenantSection.Geography.US_GOVERNMENT)));
    assertThat(manifest.packages().installer())
        .contains(Path.of("/srv/garrison/packages/md4ws.msi"));
    Ring ring = manifest.rings().getFirst();
    assertThat(ring.collections()).containsExactly("Pilot servers", "Domain controllers");
    assertThat(ring.maxDevices()).isEqualTo(25);
    assertThat(ring.deadline()).isEqualTo(new RelativeDeadline.OnDay(3, LocalTime.of(22, 0)));
    assertThat(ring.antivirus()).isEqualTo(Ring.Antivirus.ACTIVE);
    assertThat(manifest.exemptions().getFirst().ticket()).contains("CHG0012345");
    assertThat(manifest.blackedOut(LocalDate.of(2027, 1, 2))).isTrue();
    assertThat(manifest.blackedOut(LocalDate.of(2027, 1, 3))).isFalse();
  }

  @Test
  void aRingsOwnDistributionPointGroupsReplaceTheCommonOnes() throws IOException {
    Manifest manifest = Examples.read(Examples.text("two-rings.yaml")).manifest();
    assertThat(manifest.distributionGroups(manifest.rings().get(0))).containsExactly("Europe DPs");
    assertThat(manifest.distributionGroups(manifest.rings().get(1)))
        .containsExactly("Europe DPs", "Americas DPs");
  }

  @Test
  void laterDiagnosticsFindTheirLine() throws IOException {
    ManifestResult result = Examples.read(Examples.text("every-key.yaml"));
    assertThat(result.where("rings[0].collections[0]")).hasToString("garrison.yaml:70");
    assertThat(result.where("rings[0].collections[7].name")).hasToString("garrison.yaml:70");
    assertThat(result.where("site.code")).hasToString("garrison.yaml:6");
    assertThat(result.where("rings[4]")).hasToString("garrison.yaml:68");
    assertThat(result.where("nowhere")).hasToString("garrison.yaml:1");
  }

  @Test
  void theDigestIsThatOfTheBytes() throws IOException {
    String text = Examples.text("minimal.yaml");
    assertThat(Examples.read(text).digest()).isEqualTo(Sha256.of(text));
  }

  @Test
  void aCharacterOfTwoSurrogatesMayStandAnywhere() throws IOException {
    String minimal = Examples.text("minimal.yaml");
    for (int before = 1_000; before < 1_050; before++) {
      String comment = "#" + "x".repeat(before) + "\ud83d\ude00".repeat(1_100) + "\n";
      assertThat(Examples.problems(comment + minimal)).isEmpty();
    }
  }

  @Test
  void aSpaceOfAnyScriptIsNoUserAndNoName() throws IOException {
    String every = Examples.text("every-key.yaml");
    assertThat(Examples.problems(every.replaceFirst("(?m)^(  user:) .*$", "$1 \"\\\\u2028\"")))
        .singleElement()
        .asString()
        .startsWith("\"site.user\" is \"\\u2028\", which isn't valid");
    assertThat(Examples.problems(every.replaceFirst("(?m)^(limitingCollection:) .*$", "$1 \u2003")))
        .singleElement()
        .asString()
        .startsWith("\"limitingCollection\" is \"\u2003\", which isn't valid");
  }

  @Test
  void aFileThatEndsWithinAnEscapedCharacterIsNotYaml() {
    for (String escape : List.of("\\x", "\\u", "\\U", "\\U0001")) {
      assertThat(Examples.problems("apiVersion: garrison.dev/v1\nname: \"" + escape))
          .singleElement()
          .asString()
          .matches(
              "A text in double quotes contains a backslash, .*|A quotation mark in this line isn't closed .*")
          .contains("(garrison.yaml:2)");
    }
  }

  @Test
  void relativePathsStartAtTheFilesFolder() throws IOException {
    Path file = folder.resolve("garrison.yaml");
    Files.writeString(file, Examples.text("minimal.yaml"));
    Manifest manifest = new ManifestReader().read(file, Examples.TODAY).manifest();
    assertThat(manifest.packages().onboarding().orElseThrow())
        .isEqualTo(folder.resolve("packages/WindowsDefenderATPOnboardingPackage.zip"));
  }

  @Test
  void allProblemsAreToldAtOnceFromTopToBottom() throws IOException {
    String text =
        Examples.text("every-key.yaml")
            .replace("code: PS1", "code: PS")
            .replace("maxDevices: 25", "maxDevices: -1")
            .replace("geo: US-GOV", "geo: Europe");
    assertThat(Examples.problems(text))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"site.code\""),
            second -> assertThat(second).contains("\"tenant.geo\""),
            third -> assertThat(third).contains("\"rings[0].maxDevices\""));
  }

  @Test
  void twoRingsMayShareNeitherNameNorCollection() throws IOException {
    String text =
        Examples.text("two-rings.yaml")
            .replace("name: broad", "name: Pilot")
            .replace("[Production servers, Branch servers]", "[Branch servers, PILOT servers]");
    assertThat(Examples.problems(text))
        .containsExactly(
            "\"rings[1].name\" is \"Pilot\", the same as \"rings[0].name\" (garrison.yaml:35)."
                + " Use a different name for each ring. [RINGS_OVERLAP GAR-0115]",
            "\"rings[1].collections[1]\" is \"PILOT servers\", the same as \"rings[0].collections[0]\""
                + " (garrison.yaml:36). Remove one of the two. A collection can be specified only"
                + " once, in one ring. [RINGS_OVERLAP GAR-0115]");
  }

  @Test
  void aRingWithoutDistributionPointGroupIsRefused() throws IOException {
    String text = Examples.text("minimal.yaml").replace("groups: [All DPs]", "threshold: 90");
    assertThat(Examples.problems(text))
        .containsExactly(
            "Ring \"all\" has no distribution point group (garrison.yaml:20). Add"
                + " \"distribution.groups\" for all rings, or \"distributionGroups\" for this ring."
                + " [DISTRIBUTION_MISSING GAR-0119]");
  }

  @Test
  void aClientSettingCannotMakeTheAntivirusOf2012R2Passive() throws IOException {
    String text =
        Examples.text("every-key.yaml")
            .replace("method: application", "method: client-setting")
            .replace("antivirus: active", "antivirus: passive");
    assertThat(Examples.problems(text.replace("[2012R2, ", "["))).isEmpty();
    assertThat(Examples.problems(text))
        .containsExactly(
            "Ring \"pilot\" requires passive mode, but a client setting can't set passive mode on"
                + " Windows Server 2012 R2 (garrison.yaml:76). Write \"method: application\", or remove"
                + " 2012R2 from \"operatingSystems\". [ROUTE_CONTRADICTED GAR-0118]");
  }

  /** Without those about keys that this version ignores, which the example holds all. */
  private static List<String> warnings(String text) {
    return Examples.read(text).warnings().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void anExceptionThatHasEndedIsAWarning() throws IOException {
    String text = Examples.text("every-key.yaml").replace("2099-01-31", "2026-11-23");
    assertThat(warnings(text))
        .containsExactly(
            "The exception for \"SQL07\" expired on 2026-11-23 (garrison.yaml:101). Agree on a new date"
                + " with Database team, or remove the entry. The exception no longer applies."
                + " [EXCEPTION_EXPIRED GAR-0120]");
    assertThat(warnings(text.replace("2026-11-23", "2026-11-24"))).isEmpty();
  }

  @Test
  void acceptedPlainHttpIsAWarning() throws IOException {
    String text =
        Examples.text("every-key.yaml")
            .replace("127.0.0.1:8080", "cm01.contoso.example")
            .replace("allowPlainHttp: false", "allowPlainHttp: true");
    assertThat(warnings(text))
        .containsExactly(
            "\"site.providers[0]\" is \"http://cm01.contoso.example/AdminService\": all data, including"
                + " the password, would be sent unencrypted (garrison.yaml:7)."
                + " \"site.allowPlainHttp\" accepts this. Use https as soon as the provider has a"
                + " certificate. [PLAIN_HTTP_ALLOWED GAR-0121]");
  }

  @Test
  void whatMayBeAPasswordIsNotRepeated() throws IOException {
    String text = Examples.text("every-key.yaml");
    assertThat(Examples.problems(text.replace("env:GARRISON_SITE_PASSWORD", "hunter2")))
        .hasSize(1)
        .noneMatch(problem -> problem.contains("hunter2"));
    assertThat(
            Examples.problems(text.replace("127.0.0.1:8080", "svc:hunter2@cm01.contoso.example")))
        .hasSize(1)
        .noneMatch(problem -> problem.contains("hunter2"));
  }

  @Test
  void anAliasStandsForWhatItNames() throws IOException {
    String text =
        Examples.text("two-rings.yaml")
            .replace("groups: [Europe DPs]", "groups: &europe [Europe DPs]")
            .replace("[Europe DPs, Americas DPs]", "*europe");
    Manifest manifest = Examples.read(text).manifest();
    assertThat(manifest.rings().get(1).distributionGroups()).containsExactly("Europe DPs");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoProblem() throws IOException {
    String text = "\uFEFF" + Examples.text("minimal.yaml").replace("\n", "\r\n");
    assertThat(Examples.read(text).where("site.code")).hasToString("garrison.yaml:6");
  }

  @Test
  void aMissingFileIsADiagnostic() {
    Path file = folder.resolve("none.yaml");
    assertThatThrownBy(() -> new ManifestReader().read(file, Examples.TODAY))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Manifest not found: %s. Specify the path to the manifest, or create a manifest with \"garrison init\". [MANIFEST_UNREADABLE GAR-0101]",
            file);
  }

  @Test
  void aFolderIsADiagnostic() {
    assertThatThrownBy(() -> new ManifestReader().read(folder, Examples.TODAY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("can't be read: ")
        .hasMessageContaining(
            "Check that the path is a file and that this user can read the file.");
  }

  @Test
  void anEmptyFileIsADiagnostic() {
    assertThat(Examples.problems("# nothing\n"))
        .containsExactly(
            "The file is empty (garrison.yaml:1). Create a manifest under another name with \"garrison init\". [MANIFEST_NOT_YAML GAR-0102]");
  }

  @Test
  void aFileThatIsNoGroupIsADiagnostic() {
    assertThat(Examples.problems("hello"))
        .containsExactly(
            "The manifest is the text \"hello\" (garrison.yaml:1). Write the keys of a manifest. [VALUE_OF_WRONG_KIND GAR-0108]");
  }

  @Test
  void aMistypedKeyThatIsRequiredIsOneMistake() throws IOException {
    String text = Examples.text("every-key.yaml").replace("maxDevices: 25", "maxDevice: 25");
    assertThat(Examples.problems(text))
        .singleElement()
        .asString()
        .startsWith(
            "\"maxDevice\" isn't a key of \"rings[0]\" (garrison.yaml:72). Did you mean \"maxDevices\"?");
  }

  @Test
  void aMissingKeyIsReportedBesideAnUnknownOneThatIsNotLikeIt() throws IOException {
    String text = Examples.text("every-key.yaml").replace("maxDevices: 25", "zebra: 25");
    assertThat(Examples.problems(text))
        .satisfiesExactly(
            missing -> assertThat(missing).startsWith("\"rings[0].maxDevices\" is missing"),
            unknown -> assertThat(unknown).startsWith("\"zebra\" isn't a key of \"rings[0]\""));
  }

  @Test
  void aSecondDocumentIsADiagnostic() throws IOException {
    assertThat(Examples.problems(Examples.text("minimal.yaml") + "---\nname: x\n"))
        .singleElement()
        .asString()
        .startsWith("The file isn't YAML: ");
  }

  @Test
  void bytesThatAreNoTextAreADiagnostic() {
    assertThat(Examples.problems("name: büro".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly(
            "The file isn't UTF-8 text (garrison.yaml:1). Save the file as UTF-8 in the editor. [MANIFEST_NOT_YAML GAR-0102]");
  }

  @Test
  void whatNobodyWouldWriteIsRefusedEarly() {
    String remedy =
        "Check that this is the correct file. A manifest needs far fewer. [MANIFEST_TOO_LARGE GAR-0103]";
    assertThat(Examples.problems("a: " + "[".repeat(10_000)))
        .containsExactly(
            "The file has more than 20 levels of nesting (garrison.yaml:1). " + remedy);
    assertThat(Examples.problems("a: [" + "1,".repeat(30_000) + "1]"))
        .containsExactly("The file has more than 20,000 values (garrison.yaml:1). " + remedy);
    assertThat(Examples.problems("a: &a 1\nb: [" + "*a ,".repeat(200) + "1]"))
        .containsExactly("The file has more than 100 aliases (garrison.yaml:2). " + remedy);
    assertThat(Examples.problems("#".repeat(300 * 1024)))
        .containsExactly(
            "The file is larger than 256 KiB (garrison.yaml:1). Check that this is the correct file. A manifest is a few pages of text. [MANIFEST_TOO_LARGE GAR-0103]");
  }

  @Test
  void aFloodOfProblemsIsCutShort() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    List<String> problems = Examples.problems(text.toString());
    assertThat(problems)
        .hasSize(101)
        .last()
        .asString()
        .isEqualTo(
            "The file has 109 more problems. Correct the first problems, and run the command again. [MORE_PROBLEMS GAR-0125]");
  }

  @Test
  void nothingThatATerminalWouldObeyIsShown() throws IOException {
    String text = Examples.text("minimal.yaml").replace("name: minimal", "name: \"\\e[2Jx\"");
    assertThat(Examples.problems(text)).singleElement().asString().contains("\"\\u001b[2Jx\"");
  }
}
