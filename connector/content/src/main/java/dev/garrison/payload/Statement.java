package dev.garrison.payload;

import dev.garrison.language.Text;
import java.time.ZoneOffset;
import java.util.Optional;

/** Proven facts about a file, in one line. */
final class Statement {
  private Statement() {}

  /** Such as {@code md4ws.msi 4.18.25020.1009, signed by Microsoft Windows}. */
  static String of(String name, Description description) {
    String file =
        Optional.ofNullable(description.facts().get(Fact.VERSION))
            .map(version -> name + " " + version)
            .orElse(name);
    return description
        .signature()
        .filter(report -> report.status() == SignatureReport.Status.VALID)
        .map(report -> signed(file, report).toString())
        .orElse(file);
  }

  private static Text signed(String file, SignatureReport report) {
    Text signer = report.signedBy().orElseGet(() -> Text.of("package-proof.unnamed"));
    return report
        .timestamp()
        .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())
        .map(date ->
            Text.of("package-proof.signed-at", "file", file, "signer", signer, "date", date))
        .orElseGet(() -> Text.of("package-proof.signed", "file", file, "signer", signer));
  }
}
