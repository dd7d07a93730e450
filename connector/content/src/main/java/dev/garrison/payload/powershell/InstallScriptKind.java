package dev.garrison.payload.powershell;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Proof;
import dev.garrison.payload.signature.SignedKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * {@code install.ps1} of <a
 * href="https://github.com/microsoft/mdefordownlevelserver">microsoft/mdefordownlevelserver</a>. It
 * contains no version that can be read without running it; versions are distinguished by the time
 * of the signature, and by the parameters.
 */
public final class InstallScriptKind implements SignedKind {
  private static final int LARGEST = 4 << 20;
  private static final String INSTALLER = "md4ws.msi";
  private static final List<String> NEEDED =
      List.of("OnboardingScript", "Passive", "NoEtl", "Uninstall");
  private static final String SINCE_2023 = "ExtraWebRequestOptions";
  private static final String SIGNATURE_BLOCK = "# SIG # Begin signature block";

  private final Authenticode authenticode;

  public InstallScriptKind(Authenticode authenticode) {
    this.authenticode = authenticode;
  }

  @Override
  public String name() {
    return "installScript";
  }

  @Override
  public Text title() {
    return Text.verbatim("install.ps1");
  }

  /** Accepts a text with a script signature, or with parameters that handle the installer. */
  @Override
  public boolean recognises(PackageFile file) throws IOException {
    if (file.size() > LARGEST) {
      return false;
    }
    String text = new String(file.all(LARGEST), StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.contains(SIGNATURE_BLOCK)
        || (text.contains(INSTALLER) && !ScriptParameters.of(text).isEmpty());
  }

  @Override
  public Proof prove(PackageFile file, Requirements requirements) throws IOException {
    return authenticode.verify(
        file.name(), SignedScript.read(file.all(LARGEST)), requirements.asOf());
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    SignedScript script;
    try {
      script = SignedScript.read(file.all(LARGEST));
    } catch (DamagedFileException damage) {
      return Description.of(ScriptCode.damaged(file.name(), damage.what()));
    }
    Proof proof = authenticode.verify(file.name(), script, requirements.asOf());
    SortedSet<String> parameters = ScriptParameters.of(script.text());
    List<Diagnostic> findings = new ArrayList<>();
    if (script.hasLoneLineFeeds() && proof.report().status() == Status.TAMPERED) {
      Proof restored =
          authenticode.verify(file.name(), script.withLineEndsRestored(), requirements.asOf());
      findings.add(ScriptCode.pasted(file.name(), restored.report().status() != Status.TAMPERED));
    } else {
      findings.addAll(proof.findings());
    }
    missing(script, parameters)
        .ifPresent(missing -> findings.add(ScriptCode.anotherKind(file.name(), missing)));
    if (!parameters.contains(SINCE_2023)) {
      findings.add(ScriptCode.old(file.name()));
    }
    if (script.text().contains(INSTALLER) && !InstallCall.isRecognised(script.signedText())) {
      findings.add(ScriptCode.unknownCall(file.name()));
    }
    return new Description(Optional.of(proof.report()), facts(proof, parameters), findings);
  }

  private static Optional<Text> missing(SignedScript script, SortedSet<String> parameters) {
    if (!script.text().contains(INSTALLER)) {
      return Optional.of(Text.of("install-script.installer-missing", "installer", INSTALLER));
    }
    return NEEDED.stream()
        .filter(name -> !parameters.contains(name))
        .findFirst()
        .map(name -> Text.of("install-script.parameter-missing", "parameter", name));
  }

  private static Map<Fact, String> facts(Proof proof, SortedSet<String> parameters) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    proof
        .report()
        .timestamp()
        .ifPresent(signed ->
            facts.put(Fact.VERSION, signed.atZone(ZoneOffset.UTC).toLocalDate().toString()));
    facts.put(Fact.PARAMETERS, String.join(", ", parameters));
    return facts;
  }
}
