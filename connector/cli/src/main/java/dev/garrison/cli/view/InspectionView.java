package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.SignatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders inspections of package files. The verdict comes last. */
public final class InspectionView {
  private static final int LABEL = 16;

  private InspectionView() {}

  /**
   * The whole screen, without a final line end.
   *
   * @param files how many were to be inspected, those that cannot be read included
   * @param time how times are shown
   */
  public static String render(List<Inspection> inspections, int files, TerminalTime time) {
    List<String> lines = new ArrayList<>();
    for (Inspection inspection : inspections) {
      lines.add(inspection.file().toString());
      line(lines, "kind", inspection.kind().map(kind -> kind.title().toString()).orElse("unknown"));
      inspection.description().facts().forEach((fact, value) -> line(lines, fact.label(), value));
      line(lines, "size", String.format(Locale.ROOT, "%,d bytes", inspection.size()));
      line(lines, "sha256", inspection.sha256().hex());
      inspection
          .description()
          .signature()
          .ifPresent(signature -> {
            line(lines, "signature", words(signature, time));
            signature.others().forEach(other -> line(lines, "other signature", words(other, time)));
          });
      inspection
          .description()
          .findings()
          .forEach(finding -> lines.add(DiagnosticView.render(finding)));
      lines.add("");
    }
    long acceptable = inspections.stream().filter(Inspection::acceptable).count();
    long warned = inspections.stream().filter(Inspection::warned).count();
    lines.add(
        "Acceptable: %d of %d%s."
            .formatted(
                acceptable, files, warned == 0 ? "" : "; with warnings: %d".formatted(warned)));
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(Wrapped.hanging("  " + ScreenText.padded(label, LABEL), value));
  }

  private static String words(SignatureReport signature, TerminalTime time) {
    StringBuilder words = new StringBuilder(signature.status().words());
    if (signature.place() != SignatureReport.Place.ONLY) {
      words.append(" (").append(signature.place().words()).append(')');
    }
    signature.signedBy().ifPresent(signer -> words.append(", by ").append(signer));
    signature.issuer().ifPresent(issuer -> words.append(", issued by ").append(issuer));
    signature.timestamp().ifPresent(at -> words.append(", timestamped ").append(time.minute(at)));
    return words.toString();
  }
}
