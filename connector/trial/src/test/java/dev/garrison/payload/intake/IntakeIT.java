package dev.garrison.payload.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.Releases;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages are brought in by the program as a user starts it, and a plan takes them from there. */
final class IntakeIT {
  private static final String SCRIPT = "packages/install.ps1";
  private static final String ONBOARDING = "packages/WindowsDefenderATPOnboardingScript.cmd";

  @TempDir Path folder;

  private TrialSite site;
  private Releases releases;

  @BeforeEach
  void aManifestThatNamesNoFile() throws Exception {
    site = new TrialSite("2509", folder, TrialSite.START);
    releases = new Releases(site);
    site.manifest()
        .replace(
            """
              installer: packages/md4ws.msi
              installScript: packages/install.ps1
              onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
            """,
            "  intake: intake\n");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Result run(String... words) throws InterruptedException {
    return PackedProgram.run(folder, words);
  }

  private String installer(String version) throws Exception {
    return releases.installer(version, TrialSite.START.minus(Duration.ofDays(9))).toString();
  }

  private List<Path> held() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("intake"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void withoutPackagesThePlanSaysWhichAreMissing() throws Exception {
    assertThat(run("plan").problems())
        .containsExactly(
            "error: The package folder contains no acceptable md4ws.msi. [GAR-0466] Fix: Add a file with \"garrison package add FILE\", or set \"packages.installer\" to a file.",
            "error: The package folder contains no acceptable install.ps1. [GAR-0466] Fix: Add a file with \"garrison package add FILE\", or set \"packages.installScript\" to a file.",
            "error: The package folder contains no acceptable onboarding package for this tenant. [GAR-0466] Fix: Add a file with \"garrison package add FILE\", or set \"packages.onboarding\" to a file.");
  }

  @Test
  void thePlanTakesTheLatestOfEachKind() throws Exception {
    Result added = run("package", "add", SCRIPT, ONBOARDING, installer("4.18.25080.5"));
    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.out().lines().toList().getLast())
        .contains("added    ", "md4ws-4.18.25080.5.msi: md4ws.msi 4.18.25080.5, sha256 ");
    assertThat(site.converge()).isEmpty();
    run("package", "add", installer("4.18.25070.5"));
    assertThat(site.plan().converged()).as("an older one changes nothing").isTrue();
    run("package", "add", installer("4.18.25090.5"));
    assertThat(site.plan().remarks())
        .anySatisfy(remark ->
            assertThat(remark)
                .startsWith("md4ws.msi changes from 4.18.25080.5 to 4.18.25090.5 for new servers"));
    Result list = run("package", "list");
    assertThat(list.exit()).isZero();
    assertThat(list.out().lines().filter(line -> line.startsWith("* ")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("* installer           4.18.25090.5      "));
    assertThat(list.out().lines().filter(line -> line.startsWith("  installer"))).hasSize(2);
  }

  @Test
  void whatIsThereIsKeptAndOnlyItsOwnerCanReadIt() throws Exception {
    run("package", "add", ONBOARDING);
    Path held = held().getFirst();
    var before = Files.getLastModifiedTime(held);

    Result again = run("package", "add", "--json", ONBOARDING);

    JsonNode only = new Json().parse(again.out()).get(0);
    assertThat(only.get("added").booleanValue()).isFalse();
    assertThat(held().getFirst().toString()).contains("/" + only.get("sha256").textValue() + "/");
    assertThat(Files.getLastModifiedTime(held)).isEqualTo(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("intake"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aFileThatIsNotAcceptableStaysOutsideAndTheOthersComeIn() throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), "<html>");

    Result result = run("package", "add", page.toString(), SCRIPT);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("[GAR-0410]");
    assertThat(held()).singleElement().asString().endsWith("/install.ps1");
  }

  @Test
  void aFileThatWasAlteredInTheFolderIsPassedOverAndTheOthersAreTaken() throws Exception {
    run("package", "add", SCRIPT, ONBOARDING, installer("4.18.25080.5"));
    run("package", "add", installer("4.18.25090.5"));
    String digest =
        run("package", "list")
            .out()
            .lines()
            .filter(line -> line.startsWith("* installer"))
            .map(line -> line.split(" +", -1)[3])
            .findFirst()
            .orElseThrow();
    Path altered =
        held().stream()
            .filter(file -> file.toString().contains("/" + digest))
            .findFirst()
            .orElseThrow();
    byte[] bytes = Files.readAllBytes(altered);
    bytes[bytes.length / 2] ^= 1;
    Files.write(altered, bytes);

    assertThat(site.plan().remarks())
        .anySatisfy(remark ->
            assertThat(remark)
                .startsWith("Action needed: \"" + altered + "\" isn't the file that was added"));
    Result list = run("package", "list");
    assertThat(list.exit()).isEqualTo(1);
    assertThat(list.out()).contains("* installer           4.18.25080.5 ");
    assertThat(list.err()).contains("isn't the file that was added").contains("[GAR-0469]");
  }

  @Test
  void withoutAnotherThePlanSaysThatTheAlteredOneIsPassedOver() throws Exception {
    run("package", "add", SCRIPT, ONBOARDING, installer("4.18.25080.5"));
    Path installer =
        held().stream().filter(file -> file.endsWith("md4ws.msi")).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(installer);
    bytes[bytes.length / 2] ^= 1;
    Files.write(installer, bytes);

    assertThat(run("plan").problems())
        .satisfiesExactly(
            lacks -> assertThat(lacks).contains("contains no acceptable md4ws.msi. [GAR-0466]"),
            altered ->
                assertThat(altered)
                    .matches(
                        "warning: \"\\S+/md4ws\\.msi\" isn't the file that was added: the SHA-256 is [0-9a-f]{64}\\. \\[GAR-0469] Fix: Remove the folder of the file, and add the package again from a new download\\."));
  }

  @Test
  void anotherSignerThanBeforeIsReported() throws Exception {
    Files.copy(folder.resolve("packages/md4ws.msi"), folder.resolve("first.msi"));
    run("package", "add", "first.msi");

    Result second = run("package", "add", installer("4.18.25080.5"));

    assertThat(second.exit()).isZero();
    assertThat(second.out().replaceAll("\n {2,}", " "))
        .contains(
            "is signed by Test Publisher under \"Test Root\", which is listed in \"packages.trust\", but the previous package was signed by Garrison demonstration under \"Garrison demonstration root\", which is listed in \"packages.trust\". [GAR-0468] Fix: If scripts run under AllSigned, distribute the new certificate to the servers first (\"garrison package signer\"). Both signers are trusted.");
  }

  @Test
  void differentOnboardingPackagesAreNeverChosenBetween() throws Exception {
    String blob =
        Blobs.signed(
            SigningAuthority.named("Garrison Sample"),
            Blobs.standard(Blobs.TENANT),
            Blobs.Signing.NEW);
    Files.write(folder.resolve("other.cmd"), Scripts.ONBOARDING.bytes(blob));
    assertThat(
            run("package", "add", SCRIPT, ONBOARDING, "other.cmd", installer("4.18.25080.5")).err())
        .isEmpty();

    assertThat(run("plan").problems())
        .singleElement()
        .asString()
        .startsWith("error: The package folder contains 2 different onboarding packages: ")
        .endsWith(
            "[GAR-0467] Fix: Set \"packages.onboarding\" to one of these files, or remove the others. Garrison can't choose between them.");
    assertThat(run("package", "list").out()).doesNotContain("* onboarding");
  }

  @Test
  void aManifestWithoutTheFolderIsToldSo() throws Exception {
    site.manifest().replace("  intake: intake\n", "  onboarding: " + ONBOARDING + "\n");
    site.manifest().replace("[2012R2, 2019, 2022]", "[2019, 2022]");

    assertThat(run("package", "list").problems())
        .containsExactly(
            "error: \"packages.intake\" isn't set. [GAR-0463] Fix: Set \"packages.intake\", for example \"intake: packages/intake\".");
  }

  @Test
  void aFolderThatCannotBeMadeLeavesNothingBehind() throws Exception {
    Files.writeString(folder.resolve("intake"), "a file");

    assertThat(run("package", "add", SCRIPT).problems())
        .containsExactly(
            "error: The package folder \""
                + folder.resolve("intake")
                + "\" can't be read: the path isn't a folder. [GAR-0465] Fix: Make sure that \"packages.intake\" is set to a folder, and that you have permission to read the folder.");
  }
}
