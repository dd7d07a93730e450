package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.SignIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads the site and who writes to it. */
final class SiteAccountsTest {
  private static final String WRITE =
      "  write: {user: svc-write@contoso.example, password: env:GARRISON_SITE_WRITE_PASSWORD}\n";

  private static SignIn signIn(String text) throws IOException {
    return Examples.read(text).manifest().site().access().signIn();
  }

  private static String refusal(String text) {
    return String.valueOf(
        catchThrowableOfType(RefusalException.class, () -> Examples.read(text)).getMessage());
  }

  /** The minimal example, with these lines at the end of its section of the site. */
  private static String minimal(String lines) throws IOException {
    return Examples.text("minimal.yaml").replace("content:\n", lines + "content:\n");
  }

  @Test
  void withoutAWordTheUserWhoRunsGarrisonDoesBothByKerberos() throws IOException {
    SignIn signIn = signIn(Examples.text("minimal.yaml"));
    assertThat(signIn)
        .isEqualTo(
            new SignIn(
                SignIn.Method.KERBEROS, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(signIn.forWriting()).isEmpty();
  }

  @Test
  void theOtherAccountSignsInToWriteByTheSameMethodToTheSameService() throws IOException {
    assertThat(signIn(Examples.text("every-key.yaml")).forWriting())
        .contains(
            new SignIn(
                SignIn.Method.NTLM,
                Optional.of(
                    new Account(
                        "svc-write@contoso.example",
                        new SecretReference.EnvironmentVariable("GARRISON_SITE_WRITE_PASSWORD"))),
                Optional.of("HTTP/cm01.contoso.example"),
                Optional.empty()));
  }

  @Test
  void theUserWhoRunsGarrisonMayReadWhileAnAccountWithAKeytabWrites() throws IOException {
    SignIn signIn = signIn(minimal("  write: {user: svc-write, password: keytab:write.keytab}\n"));
    assertThat(signIn.account()).isEmpty();
    assertThat(signIn.writer())
        .contains(
            new Account(
                "svc-write", new SecretReference.Keytab(Path.of("/srv/garrison/write.keytab"))));
  }

  @Test
  void whereWindowsReadsTheOtherAccountWritesByKerberos() throws IOException {
    SignIn signIn =
        signIn(
            minimal(
                "  authentication: windows\n  servicePrincipal: HTTP/cm01.contoso.example\n"
                    + WRITE));
    assertThat(signIn.method()).isEqualTo(SignIn.Method.WINDOWS);
    assertThat(signIn.forWriting().orElseThrow())
        .isEqualTo(
            new SignIn(
                SignIn.Method.KERBEROS,
                signIn.writer(),
                Optional.of("HTTP/cm01.contoso.example"),
                Optional.empty()));
  }

  @Test
  void aNameThatKerberosCannotUseIsRefusedForTheWriterToo() throws IOException {
    assertThat(refusal(minimal("  write: {user: CONTOSO\\svc-write, password: env:PASSWORD}\n")))
        .contains(
            "\"site.write.user\" is \"CONTOSO\\svc-write\", which Kerberos can't use (garrison.yaml:",
            "[VALUE_REFUSED GAR-0109]");
  }

  @Test
  void whereNobodySignsInThereIsNoOtherWriter() throws IOException {
    assertThat(refusal(minimal("  authentication: none\n" + WRITE)))
        .contains(
            "\"site.write\" has no effect without a sign-in (garrison.yaml:",
            "Specify the account that reads with \"user\" and \"password\", or remove the key. [VALUE_REFUSED GAR-0109]");
  }
}
