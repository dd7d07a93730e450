package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class QuestionTest {
  private static List<String> queries(Question question) {
    return Stream.concat(Stream.of(question.query(PivotSite.PRODUCTS)), question.simpler().stream())
        .toList();
  }

  /** The key also holds OnboardingInfo, which is a secret. */
  @ParameterizedTest
  @EnumSource
  void theKeyOfThePoliciesIsNeverReadWhole(Question question) {
    for (String query : queries(question)) {
      if (query.contains("Policies")) {
        assertThat(query)
            .containsAnyOf("where Property == '", "where (Property == 'OnboardingInfo') or ");
      }
    }
  }

  /** Otherwise the content of the value would leave the server. */
  @ParameterizedTest
  @EnumSource
  void aQueryThatNamesASecretProjectsItsNameBeforeAnythingIsJoined(Question question) {
    for (String query : queries(question)) {
      if (query.contains("OnboardingInfo") || query.contains("696C1FA1")) {
        assertThat(query).endsWith(" | project Device, Property)").doesNotContain("Value");
      }
    }
  }

  @Test
  void theValuesThatChangeOnboardingAreAskedForByNameAndInNoSimplerForm() {
    assertThat(Question.ORDERS.query(PivotSite.PRODUCTS))
        .isEqualTo(
            "Device | join kind=leftouter (Registry('HKLM:\\SOFTWARE\\Policies\\Microsoft\\Windows"
                + " Advanced Threat Protection') | where (Property == 'OnboardingInfo') or (Property"
                + " == '696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A') | project Device, Property)");
    assertThat(Question.ORDERS.simpler()).isEmpty();
  }

  /** Otherwise a product that no query names would be taken for one that does not run. */
  @Test
  void theSimplerQueryForOtherProductsLeavesNoServiceOut() {
    assertThat(Question.OTHERS.simpler()).contains("Service");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORDERS")
  void theSimplerQueryHasNoJoin(Question question) {
    assertThat(question.simpler().orElseThrow())
        .doesNotContain("join")
        .isNotEqualTo(question.query(PivotSite.PRODUCTS));
  }
}
