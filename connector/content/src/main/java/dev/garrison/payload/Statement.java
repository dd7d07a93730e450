package dev.garrison.payload;

import java.time.ZoneOffset;
import java.util.Optional;

/** Proven facts about a file, in one line. */
final class Statement {
  private Statement() {}

  /** Such as {@code md4ws.msi 4.18.25020.1009, signed by Microsoft Windows}. */
  static String of(String name, Description description) {
    StringBuilder line = new StringBuilder(name);
    Optional.ofNullable(description.facts().get(Fact.VERSION))
        .ifPresent(version -> line.append(' ').append(version));
    description
        .signature()
        .filter(report -> report.status() == SignatureReport.Status.VALID)
        .ifPresent(report -> {
          line.append(", signed by ").append(report.signedBy().orElse("somebody without a name"));
          report
              .timestamp()
              .ifPresent(at ->
                  line.append(", timestamped ").append(at.atZone(ZoneOffset.UTC).toLocalDate()));
        });
    return line.toString();
  }
}
