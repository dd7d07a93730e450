package dev.garrison.server.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LinksTest {
  @Test
  void aNameIsOnePartOfThePathWhateverIsInIt() {
    assertThat(Links.below("/servers", "a b/../c?d")).isEqualTo("/servers/a%20b%2F..%2Fc%3Fd");
  }

  @Test
  void aNameThatNoPathMayHaveLeadsToTheList() {
    assertThat(List.of("a\u0000b", ".", ".."))
        .allSatisfy(name -> assertThat(Links.below("/servers", name)).isEqualTo("/servers"));
    assertThat(Links.below("/servers", "...")).isEqualTo("/servers/...");
  }

  @Test
  void aQueryKeepsWhatStandsInIt() {
    assertThat(Links.to("/servers", Map.of("ring", "R&D = 1")))
        .isEqualTo("/servers?ring=R%26D+%3D+1");
  }
}
