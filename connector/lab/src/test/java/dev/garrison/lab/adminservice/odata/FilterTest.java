package dev.garrison.lab.adminservice.odata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.odata.Filter.And;
import dev.garrison.lab.adminservice.odata.Filter.Compare;
import dev.garrison.lab.adminservice.odata.Filter.Not;
import dev.garrison.lab.adminservice.odata.Filter.Or;
import dev.garrison.lab.adminservice.provider.Rows;
import org.junit.jupiter.api.Test;

/** What a filter tells of a row of which only a part is known. */
final class FilterTest {
  private static final ObjectNode KNOWN = Rows.row().set("CollectionID", "PS100016").done();
  private static final Filter HERE = new Compare("CollectionID", Operator.EQ, "ps100016");
  private static final Filter ELSEWHERE = new Compare("CollectionID", Operator.EQ, "PS100017");
  private static final Filter OTHER = new Compare("Name", Operator.EQ, "SRV01");

  @Test
  void aPropertyThatIsKnownDecides() {
    assertThat(HERE.mayMatch(KNOWN)).isTrue();
    assertThat(ELSEWHERE.mayMatch(KNOWN)).isFalse();
  }

  @Test
  void aPropertyThatIsNotKnownMayFit() {
    assertThat(OTHER.mayMatch(KNOWN)).isTrue();
    assertThat(new Filter.Text("Name", Filter.TextTest.CONTAINS, "x").mayMatch(KNOWN)).isTrue();
  }

  @Test
  void bothConditionsMustBeAbleToFit() {
    assertThat(new And(HERE, OTHER).mayMatch(KNOWN)).isTrue();
    assertThat(new And(OTHER, ELSEWHERE).mayMatch(KNOWN)).isFalse();
  }

  @Test
  void oneOfTheConditionsMustBeAbleToFit() {
    assertThat(new Or(ELSEWHERE, OTHER).mayMatch(KNOWN)).isTrue();
    assertThat(new Or(ELSEWHERE, ELSEWHERE).mayMatch(KNOWN)).isFalse();
  }

  @Test
  void aNegationExcludesNothing() {
    assertThat(new Not(HERE).mayMatch(KNOWN)).isTrue();
  }
}
