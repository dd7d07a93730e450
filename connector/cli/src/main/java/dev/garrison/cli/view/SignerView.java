package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.cli.output.Wrapped;
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
    certificate(lines, "signer", chain.getFirst(), time);
    line(
        lines,
        "names (SAN)",
        chain.getFirst().dnsNames().isEmpty()
            ? "none"
            : String.join(", ", chain.getFirst().dnsNames()));
    for (int i = 1; i < chain.size(); i++) {
      certificate(lines, i == chain.size() - 1 ? "root" : "issuer", chain.get(i), time);
    }
    signer.entry().ifPresent(entry -> line(lines, "packages.trust", entry));
    signer.findings().forEach(finding -> lines.add(DiagnosticView.render(finding)));
    lines.add("");
    lines.add(signer.counts() ? "This signer counts." : "This signer does not count.");
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  private static void certificate(
      List<String> lines, String label, CertificateFacts certificate, TerminalTime time) {
    line(
        lines,
        label,
        "%s, valid from %s to %s"
            .formatted(
                certificate.name(),
                time.day(certificate.notBefore()),
                time.day(certificate.notAfter())));
    line(lines, "", "sha256 " + certificate.sha256().hex());
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(Wrapped.hanging("  " + ScreenText.padded(label, LABEL), value));
  }
}
