package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.language.Text;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renders the signer of a file, for comparison with a file that was downloaded manually. */
public final class SignerView {
  private static final int LABEL = 16;

  private SignerView() {}

  /** The whole screen, without a final line end. The verdict comes last. */
  public static String render(Path file, Signer signer, TerminalTime time) {
    List<String> lines = new ArrayList<>(List.of(file.toString()));
    List<CertificateFacts> chain = signer.chain();
    certificate(lines, Text.of("signer-screen.signer"), chain.getFirst(), time);
    line(
        lines,
        Text.of("signer-screen.names").shown(),
        chain.getFirst().dnsNames().isEmpty()
            ? Text.of("signer-screen.no-names").shown()
            : Text.listed(chain.getFirst().dnsNames().stream().map(Text::verbatim).toList())
                .shown());
    for (int i = 1; i < chain.size(); i++) {
      certificate(
          lines,
          Text.of(i == chain.size() - 1 ? "signer-screen.root" : "signer-screen.issuer"),
          chain.get(i),
          time);
    }
    signer.entry().ifPresent(entry -> line(lines, "packages.trust", entry));
    signer.findings().forEach(finding -> lines.add(DiagnosticView.render(finding)));
    lines.add("");
    lines.add(
        Text.of(signer.counts() ? "signer-screen.counts" : "signer-screen.counts-not").shown());
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void certificate(
      List<String> lines, Text label, CertificateFacts certificate, TerminalTime time) {
    line(
        lines,
        label.shown(),
        Text.of(
                "signer-screen.certificate",
                "name",
                certificate.name(),
                "from",
                time.day(certificate.notBefore()),
                "to",
                time.day(certificate.notAfter()))
            .shown());
    line(lines, "", "sha256 " + certificate.sha256().hex());
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(Wrapped.hanging("  " + ScreenText.padded(label, LABEL), value));
  }
}
