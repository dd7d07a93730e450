package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuestionTest {
  /** The key also holds OnboardingInfo, which is a secret. */
  @ParameterizedTest
  @EnumSource
  void theKeyOfThePoliciesIsNeverReadWhole(Question question) {
    for (String query : new String[] {question.query(PivotSite.PRODUCTS), question.simpler()}) {
      if (query.contains("Policies")) {
        assertThat(query).contains("where Property == '");
      }
    }
  }

  /** Otherwise a product that no query names would be taken for one that does not run. */
  @Test
  void theSimplerQueryForOtherProductsLeavesNoServiceOut() {
    assertThat(Question.OTHERS.simpler()).isEqualTo("Service");
  }

  @ParameterizedTest
  @EnumSource
  void theSimplerQueryHasNoJoin(Question question) {
    assertThat(question.simpler())
        .doesNotContain("join")
        .isNotEqualTo(question.query(PivotSite.PRODUCTS));
  }
}
