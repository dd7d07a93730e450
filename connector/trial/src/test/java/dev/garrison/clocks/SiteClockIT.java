package dev.garrison.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.lab.ServedRequest;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computer whose clock is not the site's. */
final class SiteClockIT {
  private static final Duration FIVE_DAYS = Duration.ofDays(5);

  @TempDir private Path folder;
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2509", folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private List<Diagnostic> findings() {
    try (OpenSession open = site.open()) {
      return open.session().verify().findings();
    }
  }

  private String apart(String site, String here) {
    return "The clock of %s showed %s when the clock of this computer showed %s: they are more than five minutes apart."
        .formatted(this.site.lab().adminService().getAuthority(), site, here);
  }

  @Test
  void fiveDaysApartNothingIsWrittenAndOneDiagnosticSaysBothTimes() {
    site.runAhead(FIVE_DAYS.negated());
    assertThat(site.apply())
        .singleElement()
        .extracting(Diagnostic::problem)
        .isEqualTo(apart("2026-11-24T21:01:00Z", "2026-11-19T21:01:00Z"));
    assertThat(site.lab().requests().writes()).isEmpty();
    assertThat(folder.resolve(".garrison")).doesNotExist();
    assertThat(site.share()).isEmptyDirectory();
  }

  @Test
  void aServerWhoseOwnClockIsWrongIsNotWrittenToEither() {
    site.lab().time().runAhead(Duration.ofMinutes(6));
    assertThat(site.apply())
        .singleElement()
        .extracting(Diagnostic::problem)
        .isEqualTo(apart("2026-11-24T21:07:00Z", "2026-11-24T21:01:00Z"));
    assertThat(site.lab().requests().writes()).isEmpty();
  }

  @Test
  void aPlanIsShownAndSaysThatNothingWouldBeWritten() {
    site.runAhead(FIVE_DAYS);
    assertThat(site.plan().writes()).isTrue();
    assertThat(site.plan().remarks())
        .anyMatch(
            remark -> remark.startsWith(apart("2026-11-24T21:00:00Z", "2026-11-29T21:00:00Z")));
  }

  @Test
  void verifySaysIt() {
    assertThat(site.converge()).isEmpty();
    assertThat(findings()).isEmpty();
    site.runAhead(FIVE_DAYS);
    assertThat(findings())
        .singleElement()
        .extracting(diagnostic -> diagnostic.code().name())
        .isEqualTo("CLOCKS_APART");
  }

  @Test
  void withinFiveMinutesAllIsMadeAsIfTheComputerHadTheSitesTime() {
    Instant now = site.lab().clock().instant();
    site.runAhead(Duration.ofMinutes(-4));
    assertThat(site.plan().asOf()).isEqualTo(now);
    site.runAhead(Duration.ofMinutes(4));
    // The site tells whole seconds: it may be a second later there than it told.
    assertThat(site.plan().asOf()).isBetween(now, now.plusSeconds(1));
    assertThat(site.converge()).isEmpty();
  }

  @Test
  void aSiteThatTellsNoTimeIsSaidToBeUnknownAndIsWrittenTo() {
    site.lab().time().keepSilent();
    assertThat(site.plan().remarks())
        .contains(
            "%s does not tell its time (its answers have no Date): whether its clock and this computer's agree is unknown, and times are judged by this computer's"
                .formatted(site.lab().adminService().getAuthority()));
    assertThat(site.converge()).isEmpty();
  }

  @Test
  void deploymentsWhoseDeadlineHadPassedWhenTheyWereMadeAreFound() {
    site.lab().time().keepSilent();
    site.runAhead(FIVE_DAYS.negated());
    assertThat(site.converge()).isEmpty();
    assertThat(site.plan().converged()).isTrue();
    long made =
        site.lab().requests().writes().stream().filter(SiteClockIT::makesADeployment).count();
    assertThat(made).isPositive();
    assertThat(findings())
        .hasSize((int) made)
        .allMatch(finding -> finding.code().name().equals("DEADLINE_PAST_WHEN_MADE"));
  }

  private static boolean makesADeployment(ServedRequest request) {
    return request.path().equals("/wmi/SMS_ApplicationAssignment");
  }
}
