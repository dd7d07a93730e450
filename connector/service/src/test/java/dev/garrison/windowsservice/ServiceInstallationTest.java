package dev.garrison.windowsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.foreign.ProgramRun;
import dev.garrison.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the service control manager, and what is refused before it is asked. */
final class ServiceInstallationTest {
  private static final String MANAGED = "CONTOSO\\garrison$";
  private static final String PERSON = "CONTOSO\\svc";
  private static final InstalledService OURS =
      new InstalledService(
          MANAGED,
          "\"C:\\Program Files\\Garrison\\prunsrv.exe\" //RS//garrison",
          ServiceStart.MANUAL,
          true);

  private final FakeServiceControl manager =
      new FakeServiceControl()
          .knows(MANAGED, "S-1-5-21-1-2-3-1104")
          .knows(PERSON, "S-1-5-21-1-2-3-1105");
  private final ServiceInstallation installation =
      new ServiceInstallation(
          manager,
          new ServiceDefinition(
              "C:\\g",
              "C:\\g\\runtime\\bin\\server\\jvm.dll",
              List.of("C:\\g\\lib\\a.jar"),
              Optional.empty()));

  private static ServiceRequest request(String account, ServiceStart start) {
    return new ServiceRequest(
        Optional.of(new ServiceAccount(account)),
        Optional.of(Path.of("/m/garrison.yaml")),
        Optional.of(Path.of("/m/.garrison")),
        Optional.of(start));
  }

  private static ServiceRequest nothing() {
    return new ServiceRequest(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Optional<Secret> password() {
    return Optional.of(new Secret("hunter2".toCharArray()));
  }

  private void assertRefused(ServiceRequest request, Optional<Secret> password, String message) {
    assertThatThrownBy(() -> installation.install(request, password))
        .isInstanceOf(RefusalException.class)
        .hasMessage(message);
    assertThat(manager.written()).isEmpty();
  }

  @Test
  void aNewServiceGetsItsAccountItsRightAndItsStart() {
    InstalledService made =
        installation.install(request(MANAGED, ServiceStart.AUTOMATIC), Optional.empty()).service();

    assertThat(manager.written())
        .containsExactly(
            "allow S-1-5-21-1-2-3-1104",
            "//IS//garrison",
            "configure CONTOSO\\garrison$ - automatic",
            "state /m/.garrison",
            "complete");
    assertThat(made.account()).isEqualTo(MANAGED);
    assertThat(made.start()).isEqualTo(ServiceStart.AUTOMATIC);
  }

  @Test
  void anAccountOfWindowsNeedsNoRight() {
    installation.install(request("LocalSystem", ServiceStart.MANUAL), Optional.empty());

    assertThat(manager.written())
        .containsExactly(
            "//IS//garrison", "configure LocalSystem - manual", "state /m/.garrison", "complete");
  }

  @Test
  void anAccountWithThePasswordThatWasGivenIsSet() {
    installation.install(request(PERSON, ServiceStart.MANUAL), password());

    assertThat(manager.written()).contains("configure CONTOSO\\svc hunter2 manual");
  }

  @Test
  void anUpgradeAsksForNothingKeepsAccountAndStartAndNamesTheProgramOfItsOwnFolder() {
    manager.with(OURS);

    assertThat(installation.install(nothing(), Optional.empty()).service())
        .isEqualTo(
            new InstalledService(
                OURS.account(), "\"C:\\g\\prunsrv.exe\" //RS//garrison", OURS.start(), true));
    assertThat(manager.written()).containsExactly("//US//garrison", "configure - - -", "complete");
  }

  @Test
  void aNewServiceWithoutAnswersIsRefused() {
    assertRefused(
        nothing(),
        Optional.empty(),
        "A new service requires these options: --account, --manifest. Specify a group managed service account and the manifest. No changes were made. [SERVICE_ANSWERS_MISSING GAR-1133]");
  }

  @Test
  void anAccountThatHasAPasswordIsRefusedWithoutOne() {
    assertRefused(
        request(PERSON, ServiceStart.MANUAL),
        Optional.empty(),
        "The account \"CONTOSO\\svc\" requires a password. Specify the source of the password with --password, for example prompt or env:NAME. A group managed service account has no password, and its name ends with $. [SERVICE_PASSWORD_MISSING GAR-1127]");
  }

  @ParameterizedTest
  @ValueSource(strings = {MANAGED, "LocalSystem", "NT AUTHORITY\\NetworkService"})
  void anAccountWhosePasswordNobodyKnowsIsRefusedWithOne(String account) {
    assertRefused(
        request(account, ServiceStart.MANUAL),
        password(),
        "The account \"%s\" takes no password. Omit --password. [SERVICE_PASSWORD_UNWANTED GAR-1128]"
            .formatted(account));
  }

  @Test
  void aPasswordWithoutAnAccountIsRefused() {
    manager.with(OURS);
    assertRefused(
        nothing(),
        password(),
        "A password was specified without an account. Specify the account with --account. [SERVICE_PASSWORD_UNWANTED GAR-1128]");
  }

  @Test
  void anAccountThatNobodyKnowsIsRefused() {
    assertRefused(
        request("CONTOSO\\nobody$", ServiceStart.MANUAL),
        Optional.empty(),
        "Neither this computer nor its domain has the account \"CONTOSO\\nobody$\". Check the name. For a group managed service account, run Test-ADServiceAccount on this computer. No changes were made. [SERVICE_ACCOUNT_UNKNOWN GAR-1126]");
  }

  @Test
  void theServiceOfAnotherProgramIsLeftAlone() {
    manager.with(new InstalledService("LocalSystem", "C:\\other.exe", ServiceStart.MANUAL, true));
    String message =
        "The service \"garrison\" exists, but starts another program: C:\\other.exe. Find the owner of the service. \"sc.exe delete garrison\" removes the service. No changes were made. [SERVICE_FOREIGN GAR-1135]";

    assertRefused(request(MANAGED, ServiceStart.MANUAL), Optional.empty(), message);
    assertThatThrownBy(installation::remove).hasMessage(message);
    assertThatThrownBy(installation::start).hasMessage(message);
    assertThatThrownBy(installation::stop).hasMessage(message);
    assertThat(manager.written()).isEmpty();
  }

  @Test
  void aServiceThatIsNotAsItWasAskedForIsToldOf() {
    manager.forgetful();

    assertThatThrownBy(
            () -> installation.install(request(MANAGED, ServiceStart.AUTOMATIC), Optional.empty()))
        .hasMessage(
            "The service was registered, but its start type is manual. Check \"sc.exe qc garrison\" and the Windows event log. [SERVICE_NOT_AS_ASKED GAR-1134]");
    assertThatThrownBy(
            () -> installation.install(request(MANAGED, ServiceStart.MANUAL), Optional.empty()))
        .hasMessageContaining("The service was registered, but runs as \"LocalSystem\".");
  }

  @Test
  void aServiceThatRunsIsEndedBeforeItIsRemoved() {
    manager.with(OURS);

    assertThat(installation.remove()).isTrue();
    assertThat(manager.written()).containsExactly("stop", "remove");
    assertThat(installation.remove()).isFalse();
  }

  @Test
  void whatIsNotInstalledIsNotStarted() {
    assertThatThrownBy(installation::start)
        .hasMessage(
            "This computer has no service \"garrison\". Install the service with \"garrison service install\". [SERVICE_NOT_INSTALLED GAR-1132]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garrison", "", "\\svc", "CONTOSO\\", "a\\b\\c", "@x", "a\nb\\c"})
  void whatIsNoNameOfAnAccountIsRefused(String name) {
    assertThatThrownBy(() -> new ServiceAccount(name))
        .hasMessage(
            "\"%s\" isn't a service account. Specify DOMAIN\\NAME. A group managed service account ends with $, for example CONTOSO\\garrison$. [SERVICE_ACCOUNT_UNKNOWN GAR-1126]"
                .formatted(name));
  }

  @ParameterizedTest
  @CsvSource({
    "CONTOSO\\garrison$, true, false",
    "garrison$@contoso.example, true, false",
    ".\\svc, false, true",
    "svc@contoso.example, false, true",
    "localsystem, false, false",
    "NT AUTHORITY\\LocalService, false, false"
  })
  void anAccountTellsWhetherItHasAPassword(String name, boolean managed, boolean needs) {
    assertThat(new ServiceAccount(name).isManaged()).isEqualTo(managed);
    assertThat(new ServiceAccount(name).needsPassword()).isEqualTo(needs);
  }

  @Test
  void aServiceThatStillStartsAnotherProgramIsNotTakenForDone() {
    manager.keepsProgram("\"C:\\old\\prunsrv.exe\" //RS//garrison");

    assertThatThrownBy(
            () -> installation.install(request(MANAGED, ServiceStart.MANUAL), Optional.empty()))
        .hasMessage(
            "The service was registered, but starts another command: \"C:\\old\\prunsrv.exe\" //RS//garrison."
                + " Check \"sc.exe qc garrison\" and the Windows event log. [SERVICE_NOT_AS_ASKED GAR-1134]");
  }

  @ParameterizedTest
  @CsvSource({
    "LocalSystem, NT AUTHORITY\\SYSTEM",
    ".\\svc, svc",
    "CONTOSO\\garrison$, CONTOSO\\garrison$",
    "svc@contoso.example, svc@contoso.example"
  })
  void anAccountIsLookedUpByTheNameThatWindowsKnows(String name, String lookedUp) {
    assertThat(new ServiceAccount(name).lookedUp()).isEqualTo(lookedUp);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 'HKEY_LOCAL_MACHINE\\X\r\n    Path    REG_SZ    C:\\Program Data\\g\\procrun\r\n\r\n', C:\\Program Data\\g\\procrun",
    "0, 'HKEY_LOCAL_MACHINE\\X\r\n    Prefix    REG_SZ    garrison\r\n',",
    "1, 'ERROR: The system was unable to find the specified registry key or value.',"
  })
  void theFolderOfProcrunsLogIsReadFromTheRegistry(int exit, String told, String folder) {
    assertThat(WindowsServiceControl.logFolder(new ProgramRun(exit, told)))
        .isEqualTo(Optional.ofNullable(folder).map(Path::of));
  }

  @Test
  void elsewhereThanOnWindowsThereIsNoSuchService() {
    assertThatThrownBy(
            () -> ServiceInstallation.here(Path.of("/opt/garrison"), Path.of("/opt/java")))
        .hasMessage(
            "A Windows service can be installed only on Windows. Use the systemd unit in docs/service.md. [SERVICE_NOT_ON_WINDOWS GAR-1129]");
  }

  @Test
  void aProgramOfWhichAPartIsMissingIsNotInstalled(@TempDir Path folder) {
    assertThatThrownBy(() -> ServiceInstallation.of(folder, folder))
        .hasMessage(
            "\"%s\" is missing. Run garrison.exe from the installed program or from the unpacked ZIP file. [SERVICE_PROGRAM_MISSING GAR-1130]"
                .formatted(folder.resolve("prunsrv.exe")));
  }
}
