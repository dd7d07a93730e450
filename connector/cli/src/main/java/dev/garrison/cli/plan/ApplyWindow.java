package dev.garrison.cli.plan;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Period in which a change board allows an apply. */
final class ApplyWindow {
  @Option(names = "--not-before", paramLabel = "TIME")
  private @Nullable OffsetDateTime notBefore;

  @Option(names = "--not-after", paramLabel = "TIME")
  private @Nullable OffsetDateTime notAfter;

  /**
   * Refuses an apply outside of the period.
   *
   * @throws RefusalException when it is too early or too late
   */
  void require(Instant now) {
    if (notBefore != null && now.isBefore(notBefore.toInstant())) {
      throw refusal(Message.of("apply-period.early", "now", now, "limit", notBefore));
    }
    if (notAfter != null && now.isAfter(notAfter.toInstant())) {
      throw refusal(Message.of("apply-period.late", "now", now, "limit", notAfter));
    }
  }

  private static RefusalException refusal(Message message) {
    return new RefusalException(Diagnostic.error(ApplyCode.OUTSIDE_WINDOW, message));
  }
}
