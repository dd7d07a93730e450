package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Mark;
import dev.garrison.wsus.updateserver.NamedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers are called, and who is said to have written to them. */
final class ServerNamesTest {
  private final AdminName admin = new AdminName(new Mark("small"));

  @Test
  void theAccountThatWritesIsNamedBeforeTheOneThatReads() {
    assertThat(admin.on(NamedServer.at("wsus01").writer("CONTOSO\\writer").server()))
        .isEqualTo("CONTOSO\\writer [garrison:1:small]");
    assertThat(admin.on(NamedServer.at("wsus01").server()))
        .isEqualTo("CONTOSO\\garrison [garrison:1:small]");
  }

  @Test
  void withoutAnAccountOurOwnNameIsShown() {
    assertThat(admin.on(NamedServer.at("wsus01").nobodySignsIn().server()))
        .isEqualTo("Garrison [garrison:1:small]");
  }

  @Test
  void theHostOfAServerIsInLowerCase() {
    assertThat(HostNames.of(NamedServer.at("WSUS01.Contoso.example").server()))
        .isEqualTo("wsus01.contoso.example");
  }

  @ParameterizedTest
  @CsvSource({
    "wsus01, wsus01.contoso.example, true",
    "wsus01.contoso.example, wsus01, true",
    "wsus0, wsus01.contoso.example, false",
    "wsus01.contoso.example, wsus01.contoso.example, false",
    "'', .contoso.example, false",
    "wsus01, wsus02, false"
  })
  void aShortNameIsTheFirstPartOfTheOther(String one, String other, boolean isShort) {
    assertThat(HostNames.isShortFor(one, other)).isEqualTo(isShort);
  }
}
