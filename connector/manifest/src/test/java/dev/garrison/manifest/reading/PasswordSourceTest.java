package dev.garrison.manifest.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.SecretReference;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Where a password may come from, as the manifest says it. */
final class PasswordSourceTest {
  private static SecretReference sitePassword(String written) throws IOException {
    String text = Examples.text("every-key.yaml").replace("env:GARRISON_SITE_PASSWORD", written);
    return Examples.read(text)
        .manifest()
        .site()
        .access()
        .signIn()
        .account()
        .orElseThrow()
        .password();
  }

  @Test
  void aPasswordCanComeFromAProgram() throws IOException {
    assertThat(sitePassword("command:/usr/bin/vault kv get -field=p@ss secret/mde"))
        .isEqualTo(new SecretReference.Command("/usr/bin/vault kv get -field=p@ss secret/mde"));
  }

  @Test
  void aPasswordCanBeAskedFor() throws IOException {
    assertThat(sitePassword("prompt:The vault's word"))
        .isEqualTo(new SecretReference.Prompt("The vault's word"));
    assertThat(sitePassword("prompt"))
        .isEqualTo(new SecretReference.Prompt("Password of CONTOSO\\svc-garrison"));
  }
}
