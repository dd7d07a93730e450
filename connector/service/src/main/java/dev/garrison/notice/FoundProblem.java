package dev.garrison.notice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.manifest.notification.NoticeKind;
import java.time.Duration;

/**
 * A problem, until a run finds that it is solved.
 *
 * @param key the same for the same problem, whenever it is found
 * @param family group of problems that one check decides about together
 * @param patience how long it has to last before it is reported
 */
public record FoundProblem(
    String key, String family, NoticeKind kind, Duration patience, Finding finding) {
  /** A problem that is reported at once, identified by its code alone. */
  static FoundProblem byCode(String family, NoticeKind kind, Finding finding) {
    return new FoundProblem(family + "/" + finding.code(), family, kind, Duration.ZERO, finding);
  }

  /** A problem that is reported at once, identified by its text. */
  static FoundProblem byWords(String family, NoticeKind kind, Finding finding) {
    return new FoundProblem(
        "%s/%s/%s".formatted(family, finding.code(), Sha256.of(finding.problem()).hex()),
        family,
        kind,
        Duration.ZERO,
        finding);
  }

  /** A problem that is reported at once, identified by its subject. */
  static FoundProblem about(String family, NoticeKind kind, String subject, Diagnostic diagnostic) {
    Finding finding = Finding.of(diagnostic);
    return new FoundProblem(
        "%s/%s/%s".formatted(family, finding.code(), Sha256.of(subject).hex()),
        family,
        kind,
        Duration.ZERO,
        finding);
  }

  /** The same problem, reported only after it has lasted this long. */
  FoundProblem lasting(Duration least) {
    return new FoundProblem(key, family, kind, least, finding);
  }
}
