package dev.garrison.files.acl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SidTest {
  /** Microsoft publishes the first two. */
  @ParameterizedTest
  @CsvSource({
    "TrustedInstaller, S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    "WinDefend, S-1-5-80-1913148863-3492339771-4165695881-2087618961-4109116736",
    "windefend, S-1-5-80-1913148863-3492339771-4165695881-2087618961-4109116736"
  })
  void aServiceHasTheSidThatWindowsMakesOfItsName(String name, String sid) {
    assertThat(Sid.ofService(name)).hasToString(sid);
  }
}
