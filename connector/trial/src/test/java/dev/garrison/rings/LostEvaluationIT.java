package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LostEvaluationIT {
  private static final RequestMatcher ADD = RequestMatcher.of("POST", "AddMembershipRule");
  private static final RequestMatcher REFRESH = RequestMatcher.of("POST", "RequestRefresh");

  @TempDir Path folder;

  @Test
  void anEvaluationThatWasAskedForInVainIsAskedForAgain() {
    try (TwoRings rings = new TwoRings("2207", folder)) {
      rings.site().lab().faults().status(ADD, 500, 1);
      assertThat(rings.site().apply()).hasSize(1);
      rings.site().pass(Duration.ofHours(1));
      rings.site().lab().faults().status(REFRESH, 500, 1);
      assertThat(rings.site().apply()).as("the rule is there").isEmpty();
      assertThat(
              rings
                  .raw()
                  .named("SMS_Collection", "Name", "MDE pilot - all")
                  .path("MemberCount")
                  .asInt())
          .isZero();

      rings.site().pass(Duration.ofHours(1));
      assertThat(
              TwoRings.changes(
                  rings.site().plan(), change -> change.address().kind().equals("evaluation")))
          .containsExactly("UPDATE evaluation/MDE pilot - all");
      assertThat(rings.site().apply()).isEmpty();
      rings.site().pass(Duration.ofHours(1));
      assertThat(rings.site().plan().changes())
          .noneMatch(change -> change.address().kind().equals("evaluation"));
      assertThat(
              rings
                  .raw()
                  .named("SMS_Collection", "Name", "MDE pilot - all")
                  .path("MemberCount")
                  .asInt())
          .isEqualTo(4);
    }
  }
}
