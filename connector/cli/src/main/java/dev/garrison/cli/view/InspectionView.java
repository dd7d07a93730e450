package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import java.util.ArrayList;
import java.util.List;

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
      line(
          lines,
          Text.of("package-screen.kind"),
          inspection
              .kind()
              .map(PackageKind::title)
              .orElseGet(() -> Text.of("package-screen.unknown"))
              .shown());
      inspection
          .description()
          .facts()
          .forEach((fact, value) -> line(lines, fact.label(), words(fact, value)));
      line(
          lines,
          Text.of("package-screen.size"),
          Text.of("package-screen.bytes", "count", inspection.size()).shown());
      line(lines, Text.verbatim("sha256"), inspection.sha256().hex());
      inspection
          .description()
          .signature()
          .ifPresent(signature -> {
            line(lines, Text.of("package-screen.signature"), words(signature, time));
            signature
                .others()
                .forEach(other ->
                    line(lines, Text.of("package-screen.other-signature"), words(other, time)));
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
        Text.of(
                warned == 0 ? "package-screen.verdict" : "package-screen.verdict-warned",
                "acceptable",
                acceptable,
                "files",
                files,
                "warned",
                warned)
            .shown());
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void line(List<String> lines, Text label, String value) {
    lines.add(Wrapped.hanging("  " + ScreenText.padded(label.shown(), LABEL), value));
  }

  private static String words(Fact fact, String value) {
    return switch (fact) {
      case PACKAGE_KIND, PROVEN -> RecordedText.shown(value);
      case CONNECTIVITY ->
          Text.of(
                  value.equals("streamlined")
                      ? "package-screen.streamlined"
                      : "package-screen.standard")
              .shown();
      case GEOGRAPHY -> value.equals("unknown") ? Text.of("package-screen.unknown").shown() : value;
      default -> value;
    };
  }

  private static String words(SignatureReport signature, TerminalTime time) {
    List<Text> words = new ArrayList<>(List.of(status(signature)));
    signature
        .signedBy()
        .ifPresent(signer -> words.add(Text.of("package-screen.by", "signer", signer)));
    signature
        .issuer()
        .ifPresent(issuer -> words.add(Text.of("package-screen.issued-by", "issuer", issuer)));
    signature
        .timestamp()
        .ifPresent(at -> words.add(Text.of("package-screen.timestamped", "time", time.minute(at))));
    return Text.of("package-screen.signature-words", "words", words).shown();
  }

  private static Text status(SignatureReport signature) {
    Text status = signature.status().words();
    return switch (signature.place()) {
      case ONLY -> status;
      case PRIMARY -> Text.of("package-screen.primary", "status", status);
      case NESTED -> Text.of("package-screen.nested", "status", status);
    };
  }
}
