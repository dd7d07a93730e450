package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class NamedServersTest {
  private static final QueryRule TWO =
      new QueryRule(
          "SRV01 (16777219) and 1 more",
          QueryRule.SELECT
              + " where SMS_R_System.ResourceID = 16777219 or SMS_R_System.ResourceID = 16777230");

  @Test
  void oneRuleNamesManyServersByTheirIds() {
    assertThat(new NamedServers(List.of(16777230L, 16777219L)).rule(TWO.name())).isEqualTo(TWO);
  }

  @Test
  void whatARuleNamesIsReadBack() {
    assertThat(NamedServers.in(TWO)).contains(new NamedServers(List.of(16777219L, 16777230L)));
  }

  @Test
  void aRuleThatSaysAnythingElseAsWellNamesNobody() {
    for (String expression :
        List.of(
            QueryRule.SELECT,
            QueryRule.SELECT + " where SMS_R_System.Client = 1",
            TWO.expression() + " or SMS_R_System.Client = 1",
            TWO.expression() + " or SMS_R_System.ResourceID > 1",
            TWO.expression().replace(" = 16777230", " = 16777219"),
            "select * from SMS_R_System where SMS_R_System.ResourceID = 1")) {
      assertThat(NamedServers.in(new QueryRule("x", expression))).as(expression).isEmpty();
    }
  }

  @Test
  void aRuleOfMoreServersThanOneMayNameIsNotRead() {
    List<Long> most = LongStream.rangeClosed(1, NamedServers.MOST).boxed().toList();
    QueryRule rule = new NamedServers(most).rule("most");
    assertThat(NamedServers.in(rule)).isPresent();
    assertThat(
            NamedServers.in(
                new QueryRule("most", rule.expression() + " or SMS_R_System.ResourceID = 101")))
        .isEmpty();
    assertThatThrownBy(
            () -> new NamedServers(LongStream.rangeClosed(0, NamedServers.MOST).boxed().toList()))
        .hasMessage("one rule names 1 to 100 servers");
  }
}
