package dev.garrison.mecm.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Language;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviceStatesTest {
  private static final Mark MARK = new Mark("contoso-prod");

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_ApplicationAssignment", "AssignmentID")
          .table("SMS_AppDeploymentAssetDetails", "AssignmentID", "MachineName");

  private void deployment(int id, String description) {
    site.add("SMS_ApplicationAssignment", "AssignmentID", id, "AssignmentDescription", description);
  }

  private void server(int deployment, Object... status) {
    site.add(
            "SMS_AppDeploymentAssetDetails",
            "AssignmentID",
            deployment,
            "DTCI",
            1,
            "DTModelID",
            1,
            "EnforcementState",
            1000,
            "MachineName",
            "SRV",
            "UserName",
            "")
        .setAll(FakeAdminService.object(status));
  }

  private Map<String, Integer> counts() {
    return new DeviceStates(site).count(MARK);
  }

  @Test
  void eachStateHasItsWordAndNoOtherNumberIsSuccess() {
    deployment(1, MARK.after("Ring pilot."));
    for (int status : new int[] {1, 1, 2, 3, 4, 5, 0, 6, 98}) {
      server(1, "StatusType", status);
    }
    server(1, "StatusType", 5_000_000_000L);
    server(1, "StatusType", -7L);
    server(1);
    assertThat(counts())
        .isEqualTo(
            Map.of(
                "onboarded", 2,
                "in progress", 1,
                "requirements not met", 1,
                "unknown", 2,
                "failed", 1,
                "unknown(0)", 1,
                "unknown(6)", 1,
                "unknown(98)", 1,
                "unknown(5000000000)", 1,
                "unknown(-7)", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "onboarded, オンボード済み",
    "in progress, 進行中",
    "requirements not met, 要件を満たしていません",
    "unknown, 不明",
    "failed, 失敗",
    "unknown(7), unknown(7)"
  })
  void aStateIsShownInTheLanguageOfItsReader(String word, String japanese) {
    assertThat(DeviceStates.shown(word)).hasToString(word);
    assertThat(DeviceStates.shown(word).in(Language.JAPANESE)).isEqualTo(japanese);
  }

  @Test
  void onlyOursThatOnboardCount() {
    deployment(1, MARK.after("Ring pilot."));
    deployment(2, MARK.after("Ring broad."));
    deployment(3, "Theirs.");
    deployment(4, new Mark("other").after("Ring pilot."));
    deployment(5, MARK.after("Antivirus passive in ring pilot."));
    deployment(6, MARK.after("Settings in ring pilot."));
    for (int id = 1; id <= 6; id++) {
      server(id, "StatusType", 1);
    }
    assertThat(counts()).isEqualTo(Map.of("onboarded", 2));
  }

  @Test
  void withoutADeploymentOfOursNothingIsCounted() {
    assertThat(counts()).isEmpty();
  }
}
