package dev.garrison.mecm.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteScriptTest {
  @ParameterizedTest
  @CsvSource({
    "ABCD, WHIx, true",
    "abcd, WHIx, true",
    "ABCD, '', true",
    "ABCD, WHIy, false",
    "ABCE, WHIx, false",
    "ABCE, '', false",
    "'', WHIx, false"
  })
  void aScriptIsOursOnlyWhereItsHashFitsAndItsContentIfTheSiteSentIt(
      String hash, String content, boolean holds) {
    SiteScript script =
        new SiteScript("G", "Garrison test", hash, content, Approval.APPROVED, "CONTOSO\\kim");
    assertThat(script.holds("abcd", "WHIx")).isEqualTo(holds);
  }
}
