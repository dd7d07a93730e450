package dev.garrison.payload.onboarding.kind;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.onboarding.Acceptance;
import dev.garrison.payload.onboarding.Expectation;
import dev.garrison.payload.onboarding.OnboardingPackage;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.onboarding.blob.BlobProof;
import dev.garrison.payload.onboarding.blob.BlobStatement;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A package of the Defender portal that onboards servers or offboards them. */
public final class OnboardingKind implements PackageKind {
  /** Beginning of a batch file, as opposed to PowerShell, or of the JSON of a single blob. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?is)(?:\u00ef\u00bb\u00bf)?\\s*(?:@?echo\\s+off\\b|@?rem\\b|::|\\{).*");

  private final OnboardingPackages packages;

  public OnboardingKind(OnboardingPackages packages) {
    this.packages = packages;
  }

  @Override
  public String name() {
    return "onboarding";
  }

  @Override
  public Text title() {
    return Text.of("package.onboarding-or-offboarding");
  }

  @Override
  public boolean recognises(PackageFile file) {
    if (file.startsWith((byte) 'P', (byte) 'K')) {
      return true;
    }
    return BEGINNING.matcher(new String(file.head(), StandardCharsets.ISO_8859_1)).matches();
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    byte[] bytes = file.all(OnboardingPackages.LARGEST_FILE);
    OnboardingPackage found;
    try {
      found = packages.read(file.name(), bytes);
    } catch (RefusalException refusal) {
      return new Description(Optional.empty(), Map.of(), refusal.diagnostics());
    }
    Expectation expected =
        new Expectation(
            Optional.empty(), requirements.orgId(), Optional.empty(), requirements.asOf());
    List<Diagnostic> findings = new ArrayList<>(Acceptance.findings(found, expected));
    findings.addAll(found.strangeness());
    return new Description(Optional.of(signature(found.proof())), facts(found), findings);
  }

  @Override
  public Signer signer(PackageFile file, Requirements requirements) throws IOException {
    return packages.signer(file.name(), file.all(OnboardingPackages.LARGEST_FILE));
  }

  private static SignatureReport signature(BlobProof proof) {
    return new SignatureReport(
            Status.VALID,
            Optional.of(proof.signer().name()),
            Optional.of(proof.issuer().name()),
            Optional.empty())
        .under(
            Optional.of(proof.root().name())
                .filter(_ -> proof.vouched().standing() == Standing.NAMED));
  }

  private static Map<Fact, String> facts(OnboardingPackage found) {
    BlobStatement statement = found.proof().statement();
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    statement.version().ifPresent(version -> facts.put(Fact.VERSION, version));
    facts.put(Fact.TENANT, statement.orgId().toString());
    facts.put(
        Fact.PACKAGE_KIND,
        Text.of(
                found.onboards() ? "package-kind.onboarding" : "package-kind.offboarding",
                "method",
                found.method())
            .toString());
    if (found.onboards()) {
      facts.put(Fact.CONNECTIVITY, found.connectivity());
      facts.put(Fact.GEOGRAPHY, found.geography());
    }
    statement.datacenter().ifPresent(place -> facts.put(Fact.DATACENTER, place));
    statement.packageGuid().ifPresent(guid -> facts.put(Fact.PACKAGE_GUID, guid));
    facts.put(Fact.BLOB, "sha256 " + found.proof().digest());
    facts.put(Fact.PROVEN, found.provenPart());
    found.ends().ifPresent(end -> facts.put(Fact.EXPIRES, end.toString()));
    return facts;
  }
}
