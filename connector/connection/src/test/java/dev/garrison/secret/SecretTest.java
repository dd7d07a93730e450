package dev.garrison.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SecretTest {
  private final Secret secret = new Secret("p\u00e4ss".toCharArray());

  private static String text(Secret secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void aSecretPrintsAsStars() {
    assertThat(secret).hasToString("***");
  }

  @Test
  void aSecretIsHandedOutInUtf8() {
    assertThat(text(secret)).isEqualTo("p\u00e4ss");
  }

  @Test
  void theBytesAreClearedAfterUse() {
    byte[] kept = secret.use(bytes -> bytes);
    assertThat(kept).containsOnly(0);
  }

  @Test
  void whatIsUsedUpIsWiped() {
    assertThat(secret.<String>useUp(bytes -> new String(bytes, StandardCharsets.UTF_8)))
        .isEqualTo("p\u00e4ss");
    assertThatThrownBy(() -> text(secret)).hasMessage("this secret has been wiped");
  }

  @Test
  void equalCharactersMakeEqualSecrets() {
    assertThat(secret)
        .isEqualTo(new Secret("p\u00e4ss".toCharArray()))
        .hasSameHashCodeAs(new Secret("other".toCharArray()))
        .isNotEqualTo(new Secret("pass".toCharArray()));
  }

  @Test
  void aWipedSecretCannotBeUsed() {
    secret.wipe();
    assertThatThrownBy(() -> text(secret))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this secret has been wiped");
  }

  @Test
  void aWipedSecretEqualsNoOther() {
    Secret other = new Secret("p\u00e4ss".toCharArray());
    secret.wipe();
    other.wipe();
    assertThat(secret).isNotEqualTo(other);
  }

  @Test
  void changingTheCallersArrayChangesNothing() {
    char[] characters = "abc".toCharArray();
    Secret copy = new Secret(characters);
    characters[0] = 'x';
    assertThat(text(copy)).isEqualTo("abc");
  }
}
