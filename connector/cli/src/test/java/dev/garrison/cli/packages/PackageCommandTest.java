package dev.garrison.cli.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.NamedCommand;
import dev.garrison.cli.output.Console;
import dev.garrison.json.Json;
import dev.garrison.language.Language;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.msi.InstallerKind;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.kind.OnboardingKind;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.TrustedPublishers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageCommandTest {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  @TempDir Path here;

  /** Manifest that GARRISON_MANIFEST names. */
  private Optional<Path> variable = Optional.empty();

  /** Manifest that the inspector is made with. */
  private Optional<Path> used = Optional.empty();

  private int run(String... arguments) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T21:00:00Z"), ZoneOffset.UTC);
    PackageInspector inspector =
        new PackageInspector(
            List.of(
                new InstallerKind(new Authenticode(TrustedPublishers.microsoft())),
                new OnboardingKind(new OnboardingPackages(new Json(), AUTHORITY.known()))));
    return CommandLineProgram.of(
            console,
            "1",
            new CommandLineDefaults(
                variable.map(Path::toString), Optional.empty(), true, Language.ENGLISH),
            List.of(
                new NamedCommand(
                    "package",
                    () ->
                        new PackageCommand(
                            console,
                            manifest -> {
                              used = manifest;
                              return new Inspectors.Ready(
                                  inspector, Optional.empty(), Optional.empty());
                            },
                            clock,
                            here))))
        .run(arguments);
  }

  private Path sample() throws IOException {
    Path file = folder.resolve("md4ws.msi");
    try (InputStream stream = getClass().getResourceAsStream("/dev/garrison/demo/md4ws.msi")) {
      Files.copy(Objects.requireNonNull(stream, "md4ws.msi"), file);
    }
    return file;
  }

  @Test
  void whatTheFileIsStandsBeforeWhatIsWrongWithIt() throws IOException {
    assertThat(run("package", "inspect", sample().toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .contains(
            "  kind            md4ws.msi",
            "  version         4.18.25020.1009",
            "  product code    {7D2C5B1E-0F43-4E1A-9B57-3C1D0A6E4F21}",
            "  size            12,288 bytes",
            "  signature       untrusted root, by Garrison demonstration, issued by Garrison"
                + " demonstration root",
            "Acceptable: 0 of 1.");
  }

  private Path manifest(Path where) throws IOException {
    return Files.writeString(where.resolve("garrison.yaml"), "");
  }

  private String firstLine() {
    return out.toString().lines().findFirst().orElseThrow();
  }

  @Test
  void theManifestOfTheCurrentFolderIsUsedAndNamed() throws IOException {
    Path manifest = manifest(here);
    run("package", "inspect", sample().toString());
    assertThat(used).hasValue(manifest);
    assertThat(firstLine()).isEqualTo("Manifest: " + manifest);
  }

  @Test
  void theManifestOfTheEnvironmentIsUsedAndNamed() throws IOException {
    manifest(here);
    variable = Optional.of(manifest(folder));
    run("package", "signer", sample().toString());
    assertThat(used).isEqualTo(variable);
    assertThat(firstLine()).isEqualTo("Manifest: " + folder.resolve("garrison.yaml"));
  }

  @Test
  void withoutAManifestItIsSaidWhoCounts() throws IOException {
    run("package", "inspect", sample().toString());
    assertThat(used).isEmpty();
    assertThat(firstLine()).isEqualTo("Manifest: none. Only signers that Garrison knows count.");
  }

  @Test
  void aManifestInThePackagesOwnFolderIsNotUsed() throws IOException {
    here = folder;
    Path manifest = manifest(here);
    run("package", "inspect", sample().toString());
    assertThat(used).isEmpty();
    assertThat(firstLine())
        .isEqualTo(
            "Manifest: none. %s isn't used, because it's in the folder of a package or below it. To trust it, name it with --manifest."
                .formatted(manifest));
  }

  @Test
  void aRelativePathInTheEnvironmentDoesNotReachThePackagesOwnFolder() throws IOException {
    here = folder;
    manifest(here);
    variable = Optional.of(Path.of("garrison.yaml"));
    run("package", "inspect", sample().toString());
    assertThat(used).isEmpty();
  }

  @Test
  void aManifestInThePackagesOwnFolderIsUsedWhereTheCommandLineNamesIt() throws IOException {
    Path manifest = manifest(folder);
    run("package", "inspect", "-f", manifest.toString(), sample().toString());
    assertThat(used).hasValue(manifest);
  }

  @Test
  void withJsonTheManifestIsNamedOnStandardError() throws IOException {
    manifest(here);
    run("package", "inspect", "--json", sample().toString());
    assertThat(err.toString()).startsWith("Manifest: " + here.resolve("garrison.yaml"));
    assertThat(out.toString()).startsWith("[");
  }

  @Test
  void theSignerOfAFileThatIsNotProvenIsNotWritten() throws IOException {
    Path out = folder.resolve("signer.cer");

    assertThat(run("package", "signer", sample().toString(), "--out", out.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("md4ws.msi\" is signed by \"Garrison demonstration\"", "[GAR-0417]");
    assertThat(out).doesNotExist();
  }

  @Test
  void theSignerOfAFileIsToldWhetherItCountsOrNot() throws IOException {
    assertThat(run("package", "signer", sample().toString())).isEqualTo(2);
    assertThat(out.toString().lines())
        .contains(
            "  signer          Garrison demonstration, valid from 2026-01-01 to 2056-01-01",
            "  names (SAN)     none",
            "  packages.trust  - {certificate: \"FILE WITH THE ROOT'S CERTIFICATE\", publisher:"
                + " \"Garrison demonstration\"}",
            "This signer does not count.");

    assertThat(run("package", "signer", onboarding("").toString())).isZero();
    assertThat(out.toString().lines())
        .contains(
            "  signer          Seville.Windows.com, valid from 2025-06-01 to 2026-06-01",
            "  names (SAN)     Seville.Windows.com",
            "  issuer          Contoso Issuing Authority, valid from 2011-01-01 to 2056-01-01",
            "  root            Contoso Root Authority, valid from 2011-01-01 to 2056-01-01",
            "                  sha256 " + AUTHORITY.root().hex(),
            "  packages.trust  - {names: [\"Seville.Windows.com\"], root:",
            "                  \"sha256:%s\"}".formatted(AUTHORITY.root().hex()),
            "This signer counts.");
  }

  @Test
  void theSignerOfAnOnboardingPackageThatDoesNotCountIsToldTheSameWay() throws IOException {
    SigningAuthority stranger =
        SigningAuthority.of("Next", SigningAuthority.Shape.of("Next", "next.windows.com"));
    String blob = Blobs.signed(stranger, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
    Path file = Files.writeString(folder.resolve("x.cmd"), Scripts.ONBOARDING.text(blob));

    assertThat(run("package", "signer", "--json", file.toString())).isEqualTo(2);
    JsonNode told = new Json().parse(out.toString());
    assertThat(told.path("counts").asBoolean()).isFalse();
    assertThat(told.path("chain")).hasSize(3);
    assertThat(told.path("chain").get(0).path("dnsNames").get(0).asText())
        .isEqualTo("next.windows.com");
    assertThat(told.path("trustEntry").asText())
        .isEqualTo(
            "- {names: [\"next.windows.com\"], root: \"sha256:%s\"}"
                .formatted(stranger.root().hex()));
    assertThat(told.path("findings").get(0).path("name").asText())
        .isEqualTo("PACKAGE_SIGNER_UNTRUSTED");
  }

  @Test
  void noSignerIsToldOfAnAlteredPackage() throws IOException {
    Path file = onboarding("");
    Files.writeString(file, Files.readString(file).replace("WestEurope", "EastEurope"));

    assertThat(run("package", "signer", file.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly("Manifest: none. Only signers that Garrison knows count.");
    assertThat(err.toString()).contains("[GAR-0444]");
  }

  @Test
  void theSignerOfAnOnboardingPackageIsNoCertificateForCode() throws IOException {
    Path certificate = folder.resolve("x.cer");

    assertThat(run("package", "signer", "-o", certificate.toString(), onboarding("").toString()))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("is signed inside, but not by a code publisher. [GAR-0485]");
    assertThat(certificate).doesNotExist();
  }

  @Test
  void anUnknownFileEndsWithOneAndTheOthersAreStillShown() throws IOException {
    Path page = Files.writeString(folder.resolve("install.ps1"), "<html>");

    assertThat(run("package", "inspect", page.toString(), sample().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("[GAR-0410]").contains("Acceptable: 0 of 2.");
  }

  private Path onboarding(String more) throws IOException {
    String blob = Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
    return Files.writeString(
        folder.resolve("x.cmd"),
        Scripts.ONBOARDING.text(blob).replace("net start sense", more + "net start sense"));
  }

  @Test
  void anUnalteredOnboardingScriptIsAcceptableAndSaidNotToBeSignedAsAWhole() throws IOException {
    assertThat(run("package", "inspect", onboarding("").toString())).isZero();
    assertThat(out.toString().lines())
        .contains(
            "  proven          blob valid; the script around it isn't signed, and Garrison doesn't"
                + " use the script",
            "Acceptable: 1 of 1.");
  }

  @Test
  void aScriptWithOneCommandMoreEndsWithTwo() throws IOException {
    Path file = onboarding("net user evil /add\r\n");

    assertThat(run("package", "inspect", file.toString())).isEqualTo(2);
    assertThat(out.toString())
        .contains("line 20 \"net user evil /add\". [GAR-0483]")
        .contains("Acceptable: 1 of 1; with warnings: 1.");
    assertThat(run("package", "inspect", file.toString(), sample().toString())).isEqualTo(1);
  }

  @Test
  void aFileThatIsNotThereEndsWithOne() throws IOException {
    Path missing = folder.resolve("missing.msi");

    assertThat(run("package", "inspect", missing.toString(), sample().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("Acceptable: 0 of 2.");
    assertThat(err.toString()).contains("the file doesn't exist", "GAR-0401");
  }

  @Test
  void jsonHasEveryFieldWhateverTheKind() throws IOException {
    assertThat(run("package", "inspect", "--json", sample().toString())).isEqualTo(1);
    JsonNode only = new Json().parse(out.toString()).get(0);

    assertThat(only.properties())
        .extracting(Map.Entry::getKey)
        .contains(
            "kind",
            "version",
            "productCode",
            "upgradeCode",
            "sha256",
            "size",
            "signature",
            "tenant",
            "connectivity",
            "packageKind",
            "expires",
            "findings");
    assertThat(only.get("kind").textValue()).isEqualTo("installer");
    assertThat(only.get("tenant").isNull()).isTrue();
    assertThat(only.get("signature").get("status").textValue()).isEqualTo("untrusted root");
  }

  @Test
  void controlCharactersInAFileReachNoTerminal() throws IOException {
    byte[] sample = Files.readAllBytes(sample());
    String text = new String(sample, StandardCharsets.ISO_8859_1);
    Path hostile = folder.resolve("hostile.msi");
    Files.write(
        hostile,
        text.replace("Garrison sample", "Garrison\u001b[2J ab")
            .getBytes(StandardCharsets.ISO_8859_1));

    run("package", "inspect", hostile.toString());
    assertThat(out.toString()).contains("Garrison\\u001b[2J ab").doesNotContain("\u001b");
  }
}
