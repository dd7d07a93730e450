package dev.garrison.payload.executable;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.signature.Authenticode;
import dev.garrison.payload.signature.Proof;
import dev.garrison.payload.signature.SignedKind;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code UpdatePlatform.exe}, the platform update of Defender (KB4052623). install.ps1 needs it on
 * Windows Server 2016, and checks the same names in the file.
 */
public final class PlatformUpdateKind implements SignedKind {
  private static final String NAME = "UpdatePlatform.exe";
  private static final String PRODUCT = "Microsoft Malware Protection";

  private final Authenticode authenticode;

  public PlatformUpdateKind(Authenticode authenticode) {
    this.authenticode = authenticode;
  }

  @Override
  public String name() {
    return "platformUpdate";
  }

  @Override
  public Text title() {
    return Text.verbatim(NAME);
  }

  @Override
  public boolean recognises(PackageFile file) {
    return file.startsWith((byte) 'M', (byte) 'Z');
  }

  @Override
  public Proof prove(PackageFile file, Requirements requirements) throws IOException {
    return proof(file, PortableExecutable.read(file), requirements);
  }

  private Proof proof(PackageFile file, PortableExecutable program, Requirements requirements)
      throws IOException {
    return authenticode.verify(file.name(), new SignedProgram(file, program), requirements.asOf());
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    try {
      PortableExecutable program = PortableExecutable.read(file);
      Proof proof = proof(file, program, requirements);
      List<Diagnostic> findings = new ArrayList<>(proof.findings());
      Optional<VersionResource> version = version(file, program, findings);
      return new Description(
          Optional.of(proof.report()),
          version
              .map(
                  known -> Map.of(Fact.VERSION, known.version(), Fact.PRODUCT_NAME, product(known)))
              .orElse(Map.of()),
          findings);
    } catch (DamagedFileException | EOFException e) {
      return Description.of(damaged(file, e));
    }
  }

  /**
   * The version information, or a finding; version information of another program is a finding too.
   */
  private static Optional<VersionResource> version(
      PackageFile file, PortableExecutable program, List<Diagnostic> findings) throws IOException {
    try {
      Optional<VersionResource> version = VersionResource.read(file, program.resources());
      if (version.isEmpty()) {
        findings.add(PlatformCode.withoutVersion(file.name()));
      }
      version.flatMap(known -> another(file, known)).ifPresent(findings::add);
      return version;
    } catch (DamagedFileException | EOFException e) {
      findings.add(damaged(file, e));
      return Optional.empty();
    }
  }

  private static Diagnostic damaged(PackageFile file, IOException e) {
    return PlatformCode.damaged(
        file.name(),
        e instanceof DamagedFileException damage ? damage.what() : Text.of("damage.ends-early"));
  }

  private static Optional<Diagnostic> another(PackageFile file, VersionResource version) {
    String name = version.texts().getOrDefault("InternalName", "");
    String product = product(version);
    return name.equalsIgnoreCase(NAME) && product.equals(PRODUCT)
        ? Optional.empty()
        : Optional.of(PlatformCode.anotherProduct(file.name(), name, product));
  }

  private static String product(VersionResource version) {
    return version.texts().getOrDefault("ProductName", "");
  }
}
