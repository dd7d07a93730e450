package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuestionTest {
  /** The key also holds OnboardingInfo, which is a secret. */
  @ParameterizedTest
  @EnumSource
  void theKeyOfThePoliciesIsNeverReadWhole(Question question) {
    for (String query :
        new String[] {question.query(PivotSite.PRODUCTS), question.simpler(PivotSite.PRODUCTS)}) {
      if (query.contains("Policies")) {
        assertThat(query).contains("where Property == '");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSimplerQueryHasNoJoin(Question question) {
    assertThat(question.simpler(PivotSite.PRODUCTS))
        .doesNotContain("join")
        .isNotEqualTo(question.query(PivotSite.PRODUCTS));
  }
}
