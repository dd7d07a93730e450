package dev.garrison.payload.executable;

import dev.garrison.diagnostic.Diagnostic;
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
 * {@code UpdatePlatform.exe}, the update of Defender's platform (KB4052623) that install.ps1 needs
 * on Windows Server 2016. It asks of it the same names as here.
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
  public String title() {
    return NAME;
  }

  @Override
  public boolean recognises(PackageFile file) {
    return file.startsWith((byte) 'M', (byte) 'Z');
  }

  @Override
  public Proof prove(PackageFile file, Requirements requirements) throws IOException {
    return authenticode.verify(
        file.name(), new SignedProgram(file, PortableExecutable.read(file)), requirements.asOf());
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    try {
      Proof proof = prove(file, requirements);
      VersionResource version =
          VersionResource.read(file, PortableExecutable.read(file).resources())
              .orElseThrow(() -> new DamagedFileException("it has no version information"));
      List<Diagnostic> findings = new ArrayList<>();
      findings.addAll(proof.findings());
      String name = version.texts().getOrDefault("InternalName", "");
      String product = version.texts().getOrDefault("ProductName", "");
      if (!name.equalsIgnoreCase(NAME) || !product.equals(PRODUCT)) {
        findings.add(PlatformCode.anotherProduct(file.name(), name, product));
      }
      return new Description(
          Optional.of(proof.report()),
          Map.of(Fact.VERSION, version.version(), Fact.PRODUCT_NAME, product),
          findings);
    } catch (DamagedFileException damage) {
      return Description.of(PlatformCode.damaged(file.name(), damage.what()));
    } catch (EOFException e) {
      return Description.of(PlatformCode.damaged(file.name(), "it ends before its content does"));
    }
  }
}
