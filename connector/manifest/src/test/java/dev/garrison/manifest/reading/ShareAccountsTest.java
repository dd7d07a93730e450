package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.SignIn;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who signs in to the content share, and by what. */
final class ShareAccountsTest {
  private static final String KERBEROS =
      """
        authentication: kerberos
        servicePrincipal: cifs/fs01.contoso.example
      """;

  private static final String NTLM = "  authentication: ntlm\n";

  /** The example with every key, with other lines in place of those about Kerberos. */
  private static String share(String lines) throws IOException {
    String text = Examples.text("every-key.yaml");
    assertThat(text).contains(KERBEROS);
    return text.replace(KERBEROS, lines);
  }

  @Test
  void anAccountSignsInByKerberosUnlessTheManifestSaysNtlm() throws IOException {
    String text = share(NTLM).replace("keytab:secrets/share.keytab", "file:secrets/share");
    assertThat(Examples.read(text).manifest().content().signIn().method())
        .isEqualTo(SignIn.Method.NTLM);
    assertThat(Examples.read(share("")).manifest().content().signIn().method())
        .isEqualTo(SignIn.Method.KERBEROS);
  }

  @Test
  void withoutAnAccountKerberosTakesTheUserWhoRunsGarrison() throws IOException {
    String text =
        share("")
            .replace("  user: svc-garrison@CONTOSO.EXAMPLE\n", "")
            .replace("  password: keytab:secrets/share.keytab\n", "");
    assertThat(Examples.read(text).manifest().content().signIn())
        .isEqualTo(
            new SignIn(
                SignIn.Method.KERBEROS, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aKeytabNeedsKerberos() throws IOException {
    assertThat(Examples.problems(share(NTLM)))
        .singleElement()
        .asString()
        .startsWith(
            "\"content.password\" is a keytab, which only Kerberos can use (garrison.yaml:24).");
  }

  @Test
  void aServiceHasNoMeaningWithNtlm() throws IOException {
    String text =
        share(NTLM + "  servicePrincipal: cifs/fs01.contoso.example\n")
            .replace("keytab:secrets/share.keytab", "file:secrets/share");
    assertThat(Examples.problems(text))
        .containsExactly(
            "\"content.servicePrincipal\" has no effect with \"authentication: ntlm\" (garrison.yaml:28). Remove the key."
                + " [VALUE_REFUSED GAR-0109]");
  }

  @Test
  void aShareTakesNoOtherWay() throws IOException {
    assertThat(Examples.problems(share("  authentication: basic\n")))
        .singleElement()
        .asString()
        .startsWith("\"content.authentication\" is \"basic\"");
  }
}
