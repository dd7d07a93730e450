package dev.garrison.clientscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.payload.judge.Authority.Identity;
import dev.garrison.payload.judge.Authority.Use;
import dev.garrison.payload.judge.Judge;
import dev.garrison.payload.judge.Keystores;
import dev.garrison.payload.judge.Signing;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed by the program as a user starts it, and judged by osslsigncode. */
final class ScriptSigningIT {
  private static final List<String> SCRIPTS =
      List.of(
          "AgentInstallation.ps1",
          "AntivirusChecks.ps1",
          "Install-DefenderForEndpoint.ps1",
          "InstallCall.ps1",
          "Invoke-InstallScript.ps1",
          "PendingOnboarding.ps1",
          "ReadinessChecks.ps1",
          "Remove-DefenderForEndpoint.ps1",
          "ScriptLog.ps1",
          "SensorOnboarding.ps1",
          "ServerActions.ps1",
          "ServerFacts.ps1",
          "Set-DefenderAntivirusMode.ps1",
          "Set-DefenderSettings.ps1");

  private static final Path POWERSHELL =
      Path.of(System.getProperty("repository.root")).resolve("mecm-scripts/src/main/powershell");

  private static final String DEMANDED = "The client setting \"Servers\" requires signed scripts";

  @TempDir Path folder;

  private Signing signing;
  private Path keystore;

  @BeforeEach
  void aKey() throws Exception {
    Judge.need("osslsigncode");
    signing = new Signing(folder, Instant.now());
    keystore = Keystores.pkcs12(folder.resolve("code.pfx"), signing.publisher(), "code");
    Files.writeString(folder.resolve("password"), Keystores.PASSWORD + "\n");
    Files.setPosixFilePermissions(
        folder.resolve("password"), PosixFilePermissions.fromString("rw-------"));
  }

  private Result sign(String... more) throws InterruptedException {
    String[] words = {
      "scripts", "sign", "--out", "signed", "--password", "file:" + folder.resolve("password")
    };
    return PackedProgram.run(
        folder, Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
  }

  private Result signed(Path file) throws InterruptedException {
    return sign("--keystore", file.toString());
  }

  @Test
  void everyScriptIsSignedAndTheJudgeAgrees() throws Exception {
    Result result = signed(keystore);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .contains(
            "Signed by O=Test, CN=Test Publisher. Without a timestamp, the signatures expire on ");
    for (String script : SCRIPTS) {
      assertThat(signing.judged(folder.resolve("signed").resolve(script))).as(script).isTrue();
    }
    assertThat(SignedClientFiles.read(folder.resolve("signed"))).hasSize(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Garrison", "Garrison.Admin"})
  void aModuleIsSignedIntoAFolderOfItsOwn(String name) throws Exception {
    Result result = signed(keystore);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("signed/%s/%s.psd1\n".formatted(name, name));
    List<Path> module = files(folder.resolve("signed").resolve(name));
    assertThat(module)
        .extracting(file -> file.getFileName().toString())
        .containsExactlyElementsOf(
            files(POWERSHELL.resolve(name)).stream()
                .map(file -> file.getFileName().toString())
                .toList());
    for (Path file : module) {
      assertThat(signing.judged(file)).as(file.toString()).isTrue();
    }
  }

  @Test
  void whatASiteKeepsIsSignedIntoAFolderOfItsOwnToo() throws Exception {
    Result result = signed(keystore);

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("signed/runscript/Test-DefenderDetection.ps1\n");
    Path signedFolder = folder.resolve("signed");
    assertThat(signing.judged(signedFolder.resolve("runscript/Test-DefenderDetection.ps1")))
        .isTrue();
    assertThat(
            new String(
                SiteScripts.detectionTest(Optional.of(signedFolder)), StandardCharsets.US_ASCII))
        .startsWith(
            new String(SiteScripts.detectionTest(Optional.empty()), StandardCharsets.US_ASCII)
                .strip());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aKeyInATokenSigns() throws Exception {
    Judge.need("softhsm2-util");
    Path configuration = token();
    copyInto(configuration);

    Result result = withToken(configuration, "signed");

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(signing.judged(folder.resolve("signed").resolve(SCRIPTS.getFirst()))).isTrue();
    Files.writeString(folder.resolve("password"), "1234");
    assertThat(withToken(configuration, "other").problems())
        .singleElement()
        .asString()
        .contains("can't be used: the password or PIN is wrong. [GAR-0471]");
  }

  private Result withToken(Path configuration, String out) throws InterruptedException {
    return JavaProcess.startUnder(
            List.of("env", "SOFTHSM2_CONF=" + folder.resolve("softhsm2.conf")),
            folder,
            "-cp",
            PackedProgram.classPath(),
            "dev.garrison.Main",
            "scripts",
            "sign",
            "--pkcs11",
            configuration.toString(),
            "--password",
            "file:" + folder.resolve("password"),
            "--out",
            out)
        .await();
  }

  private void copyInto(Path configuration) throws Exception {
    new Judge(folder)
        .run(
            "env",
            "SOFTHSM2_CONF=" + folder.resolve("softhsm2.conf"),
            System.getProperty("java.home") + "/bin/keytool",
            "-importkeystore",
            "-noprompt",
            "-srckeystore",
            keystore.toString(),
            "-srcstoretype",
            "PKCS12",
            "-srcstorepass",
            Keystores.PASSWORD,
            "-destkeystore",
            "NONE",
            "-deststoretype",
            "PKCS11",
            "-deststorepass",
            Keystores.PASSWORD,
            "-addprovider",
            "SunPKCS11",
            "-providerarg",
            configuration.toString());
  }

  /** A software token; its library reads where it is from the environment. */
  private Path token() throws Exception {
    Files.createDirectory(folder.resolve("tokens"));
    Path own =
        Files.writeString(
            folder.resolve("softhsm2.conf"),
            "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
    new Judge(folder)
        .run(
            "env",
            "SOFTHSM2_CONF=" + own,
            "softhsm2-util",
            "--init-token",
            "--free",
            "--label",
            "garrison",
            "--pin",
            Keystores.PASSWORD,
            "--so-pin",
            Keystores.PASSWORD);
    return Files.writeString(
        folder.resolve("token.cfg"),
        "name = garrison\nlibrary = /usr/lib/softhsm/libsofthsm2.so\nslotListIndex = 0\n");
  }

  @Test
  void withoutAKeyTheMistakeIsToldOnce() throws Exception {
    assertThat(sign().problems())
        .containsExactly(
            "error: \"garrison scripts sign\" requires one of these: --keystore FILE, --pkcs11 FILE."
                + " [GAR-0702] Fix: Run \"garrison scripts sign --help\" for usage.");
  }

  @Test
  void aWrongPasswordIsToldAndNothingIsWritten() throws Exception {
    Files.writeString(folder.resolve("password"), "another\n");

    assertThat(signed(keystore).problems())
        .containsExactly(
            "error: The signing key in \"%s\" can't be used: the password or PIN is wrong. [GAR-0471] Fix: Make sure that the file is correct, and that the password belongs to the file."
                .formatted(keystore));
    assertThat(folder.resolve("signed")).doesNotExist();
  }

  @Test
  void ofSeveralKeysNoneIsChosen() throws Exception {
    Path several = Keystores.pkcs12(folder.resolve("two.pfx"), signing.publisher(), "code", "mail");

    assertThat(signed(several).problems())
        .containsExactly(
            "error: There are 2 signing keys: code, mail. [GAR-0472] Fix: Select one with --alias.");
    assertThat(sign("--keystore", several.toString(), "--alias", "mail").exit()).isZero();
  }

  @Test
  void aCertificateThatIsNotForCodeOrHasEndedIsRefused() throws Exception {
    Identity server = signing.publisher("A server", Use.SERVER);
    Identity ended =
        signing
            .authority()
            .certify("Yesterday", Use.CODE, Instant.now().minus(Duration.ofDays(9)), 5);

    assertThat(signed(Keystores.pkcs12(folder.resolve("s.pfx"), server, "x")).problems())
        .singleElement()
        .asString()
        .startsWith(
            "error: The certificate \"O=Test, CN=A server\" isn't for code signing. [GAR-0473]");
    assertThat(signed(Keystores.pkcs12(folder.resolve("e.pfx"), ended, "x")).problems())
        .singleElement()
        .asString()
        .startsWith("error: The certificate \"O=Test, CN=Yesterday\" expired at ");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Files.createDirectories(folder.resolve("signed"));
    Path there = Files.writeString(folder.resolve("signed/ReadinessChecks.ps1"), "mine");

    assertThat(signed(keystore).problems())
        .containsExactly(
            "error: \"signed/ReadinessChecks.ps1\" already exists. [GAR-0475] Fix: Specify an empty folder with --out. No files were overwritten.");
    assertThat(there).hasContent("mine");
    assertThat(folder.resolve("signed")).isDirectoryContaining("glob:**/ReadinessChecks.ps1");
  }

  @Test
  void aModuleThatIsThereIsNotOverwrittenEither() throws Exception {
    Files.createDirectories(folder.resolve("signed/Garrison"));
    Files.writeString(folder.resolve("signed/Garrison/Messages.ps1"), "mine");

    assertThat(signed(keystore).problems())
        .containsExactly(
            "error: \"signed/Garrison/Messages.ps1\" already exists. [GAR-0475] Fix: Specify an empty folder with --out. No files were overwritten.");
    assertThat(files(folder.resolve("signed"))).containsExactly(folder.resolve("signed/Garrison"));
    assertThat(folder.resolve("signed/Garrison")).isDirectoryContaining("glob:**/Messages.ps1");
  }

  @Test
  void aTimestampServiceThatDoesNotAnswerLeavesNothing() throws Exception {
    Result result =
        sign("--keystore", keystore.toString(), "--timestamp", "http://127.0.0.1:1/tsa");

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.problems())
        .singleElement()
        .asString()
        .startsWith("error: The scripts can't be signed: ")
        .contains(
            "[GAR-0474] Fix: Correct the cause, and run the command again. All files that were written were removed.");
    assertThat(folder.resolve("signed")).isEmptyDirectory();
  }

  @Test
  void aPlanStagesTheSignedScriptsAndRefusesAnyOthers() throws Exception {
    try (TrialSite site = new TrialSite("2207", folder.resolve("trial"), TrialSite.START)) {
      assertThat(site.plan().remarks()).anyMatch(remark -> remark.contains(DEMANDED));
      assertThat(signed(keystore).exit()).isZero();
      site.manifest()
          .replace("  trust:\n", "  clientScripts: " + folder.resolve("signed") + "\n  trust:\n");
      assertThat(site.plan().remarks()).noneMatch(remark -> remark.contains(DEMANDED));
      assertThat(site.converge()).isEmpty();
      Path changed = folder.resolve("signed/ReadinessChecks.ps1");
      String text = Files.readString(changed, StandardCharsets.ISO_8859_1);

      Files.writeString(
          changed, text.replaceFirst("(?s)# SIG # Begin.*", ""), StandardCharsets.ISO_8859_1);
      assertThatThrownBy(site::plan)
          .hasMessage(
              "\"%s\" isn't signed. Create the folder again with \"garrison scripts sign\". [SIGNED_SCRIPT_WITHOUT_SIGNATURE GAR-0478]"
                  .formatted(changed));
      Files.writeString(
          changed, text.replaceFirst("Write-Log", "Write-Lag"), StandardCharsets.ISO_8859_1);
      assertThatThrownBy(site::plan)
          .hasMessage(
              "\""
                  + changed
                  + "\" isn't the script of this version of Garrison. Sign the current scripts with"
                  + " \"garrison scripts sign\". An update of Garrison changes the scripts."
                  + " [SIGNED_SCRIPT_NOT_OURS GAR-0477]");
    }
  }
}
