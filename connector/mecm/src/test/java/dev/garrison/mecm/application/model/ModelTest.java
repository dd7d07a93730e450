package dev.garrison.mecm.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.garrison.digest.Sha256;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.ExitCodes.Meaning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelTest {
  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String NOTES = "SOFTWARE\\Garrison\\DefenderForEndpoint";
  private static final Identifiers IDS = new Identifiers("contoso", "defender", 1);

  @Test
  void theExitCodesOfTheWrapperAreThoseOfTheFieldRule() {
    assertThat(ExitCodes.ofTheWrapper().meanings())
        .isEqualTo(
            Map.of(
                0, Meaning.Success,
                1707, Meaning.Success,
                35, Meaning.Success,
                12, Meaning.SoftReboot,
                3010, Meaning.SoftReboot,
                36, Meaning.FastRetry,
                1618, Meaning.FastRetry));
  }

  @Test
  void onboardedMeansStateOneAndThisTenantAndNothingThatOffboards() {
    assertThat(RegistryClause.onboardedTo("org"))
        .extracting(RegistryClause::key, RegistryClause::valueName, ModelTest::condition)
        .containsExactly(
            tuple(STATUS, "OnboardingState", "Equals 1"),
            tuple(STATUS, "OrgId", "Equals org"),
            tuple(POLICY, "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A", "NotExists "),
            tuple(NOTES, "OnboardingPending", "NotExists "));
  }

  @Test
  void offboardedMeansNotOnboardedAndNothingThatOnboards() {
    assertThat(RegistryClause.offboarded())
        .extracting(RegistryClause::key, RegistryClause::valueName, ModelTest::condition)
        .containsExactly(
            tuple(STATUS, "OnboardingState", "NotEquals 1 or missing"),
            tuple(NOTES, "UninstallPending", "NotEquals 1 or missing"),
            tuple(POLICY, "OnboardingInfo", "NotExists "));
  }

  private static String condition(RegistryClause clause) {
    return clause.operator() + " " + clause.constant() + (clause.orMissing() ? " or missing" : "");
  }

  @Test
  void aValueThatMustNotExistIsComparedWithNothing() {
    RegistryClause absent = RegistryClause.absent("k", "v");
    assertThatThrownBy(
            () -> new RegistryClause("k", "v", absent.dataType(), absent.operator(), "1", true))
        .hasMessage("a value that must not exist is compared with nothing");
    assertThatThrownBy(() ->
            new RegistryClause("k", "v", absent.dataType(), absent.operator(), "", true, true))
        .hasMessage("a value that must not exist is compared with nothing");
  }

  @Test
  void theUnifiedAgentIsASensorThatStartsByItself() {
    assertThat(RegistryClause.unifiedAgent())
        .isEqualTo(
            new RegistryClause(
                "SYSTEM\\CurrentControlSet\\Services\\Sense",
                "Start",
                RegistryClause.DataType.Int64,
                RegistryClause.Operator.Equals,
                "2",
                true));
  }

  @Test
  void theOrderOfFilesMeansNothing() {
    ContentFile a = new ContentFile("a", 1);
    ContentFile b = new ContentFile("b", 2);
    assertThat(Content.downloaded("c", "l", List.of(b, a)))
        .isEqualTo(Content.downloaded("c", "l", List.of(a, b)));
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    ContentFile a = new ContentFile("a", 1);
    assertThatThrownBy(() -> Content.downloaded("c", "l", List.of(a, a)))
        .hasMessage("two content files have the same name");
  }

  @Test
  void contentIsNamedAfterItsBytesAndItsPlace() {
    Sha256 one = Sha256.of("one");
    assertThat(IDS.content(one, "l")).isEqualTo(IDS.content(one, "l"));
    assertThat(IDS.content(one, "l")).isNotEqualTo(IDS.content(Sha256.of("two"), "l"));
    assertThat(IDS.content(one, "l")).isNotEqualTo(IDS.content(one, "m"));
  }

  @Test
  void anotherGenerationIsAnotherApplication() {
    assertThat(new Identifiers("contoso", "defender", 2).application())
        .isNotEqualTo(IDS.application());
  }

  @Test
  void identifiersOfOursAreTold() {
    assertThat(Identifiers.isOurs(IDS.content(Sha256.of("x"), "l"))).isTrue();
    assertThat(Identifiers.isOurs("Content_4a0f1f6e-0a52-4cb4-9d0e-8a2a1f6f9b11")).isFalse();
    assertThat(Identifiers.isOurs("Content")).isFalse();
  }
}
