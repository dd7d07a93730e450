package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobRun;
import dev.garrison.login.Role;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.mecm.site.OnboardingRoute;
import org.junit.jupiter.api.Test;

/** A database or a site that an earlier version wrote holds these words. */
final class KeptWordsTest {
  @Test
  void whatIsKeptOfJobsIsSpelledAsEver() {
    assertThat(Worded.words(JobKind.class))
        .containsExactly(
            "sensor-update",
            "rollout",
            "package-refresh",
            "drift",
            "status",
            "expiry",
            "housekeeping");
    assertThat(Worded.words(JobMode.class)).containsExactly("plan-only", "enabled", "paused");
    assertThat(Worded.words(JobOutcome.class))
        .containsExactly(
            "done", "pending", "waiting", "findings", "busy", "stopped", "interrupted", "failed");
    assertThat(Worded.words(JobRun.Reason.class))
        .containsExactly("schedule", "command", "approval", "order");
  }

  @Test
  void whatIsKeptOfPeopleAndServersIsSpelledAsEver() {
    assertThat(Worded.words(Role.class)).containsExactly("viewer", "operator", "approver");
    assertThat(Worded.words(OnboardingRoute.class))
        .containsExactly("application", "client-setting");
    assertThat(Worded.words(ServerState.class))
        .containsExactly(
            "onboarded",
            "other-tenant",
            "sensor-stopped",
            "lost",
            "offboarding-pending",
            "antivirus-mode",
            "antivirus-danger",
            "settings",
            "failed",
            "unclear",
            "reboot-pending",
            "installing",
            "waiting-for-content",
            "waiting-for-window",
            "waiting",
            "onboarding-pending",
            "not-ready",
            "awaiting-policy",
            "silent",
            "not-targeted",
            "legacy-sensor",
            "no-inventory",
            "inactive",
            "no-client",
            "obsolete",
            "exempt");
  }
}
