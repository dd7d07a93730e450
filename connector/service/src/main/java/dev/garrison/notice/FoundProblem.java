package dev.garrison.notice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.manifest.notification.NoticeKind;
import java.time.Duration;

/**
 * Something that is wrong until a run sees that it is not.
 *
 * @param key the same for the same fact, whenever it is seen
 * @param family those that one look decides about together
 * @param patience how long it has to last before it is told
 */
public record FoundProblem(
    String key, String family, NoticeKind kind, Duration patience, Finding finding) {
  /** One that is told at once, recognised by its code alone. */
  static FoundProblem byCode(String family, NoticeKind kind, Finding finding) {
    return new FoundProblem(family + "/" + finding.code(), family, kind, Duration.ZERO, finding);
  }

  /** One that is told at once, recognised by its words. */
  static FoundProblem byWords(String family, NoticeKind kind, Finding finding) {
    return new FoundProblem(
        "%s/%s/%s".formatted(family, finding.code(), Sha256.of(finding.problem()).hex()),
        family,
        kind,
        Duration.ZERO,
        finding);
  }

  /** One that is told at once, recognised by what it is about. */
  static FoundProblem about(String family, NoticeKind kind, String subject, Diagnostic diagnostic) {
    Finding finding = Finding.of(diagnostic);
    return new FoundProblem(
        "%s/%s/%s".formatted(family, finding.code(), Sha256.of(subject).hex()),
        family,
        kind,
        Duration.ZERO,
        finding);
  }

  /** The same where it has to last. */
  FoundProblem lasting(Duration least) {
    return new FoundProblem(key, family, kind, least, finding);
  }
}
