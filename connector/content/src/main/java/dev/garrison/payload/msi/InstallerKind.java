package dev.garrison.payload.msi;

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
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code md4ws.msi}: the agent for Windows Server 2012 R2 and 2016. All facts are read from the
 * file itself; product codes change with each build.
 */
public final class InstallerKind implements SignedKind {
  /** Product name that install.ps1 searches for; the name has changed once. */
  private static final Pattern PRODUCT =
      Pattern.compile("Microsoft Defender for (Windows Server|Endpoint)");

  private static final String ARCHITECTURE = "x64";
  private static final int OLD_AFTER_DAYS = 45;

  private final Authenticode authenticode;

  public InstallerKind(Authenticode authenticode) {
    this.authenticode = authenticode;
  }

  @Override
  public String name() {
    return "installer";
  }

  @Override
  public Text title() {
    return Text.verbatim("md4ws.msi");
  }

  @Override
  public boolean recognises(PackageFile file) {
    return file.startsWith(CompoundHeader.MAGIC);
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    CompoundFile compound;
    Proof proof;
    try {
      compound = CompoundFile.read(file);
      proof = proof(file, compound, requirements);
    } catch (DamagedFileException | EOFException e) {
      return Description.of(damaged(file, e));
    }
    try {
      return describe(file, compound, proof, requirements);
    } catch (DamagedFileException | EOFException e) {
      List<Diagnostic> findings = new ArrayList<>(proof.findings());
      findings.add(damaged(file, e));
      return new Description(Optional.of(proof.report()), Map.of(), findings);
    }
  }

  private static Diagnostic damaged(PackageFile file, IOException e) {
    return InstallerCode.damaged(
        file.name(),
        e instanceof DamagedFileException damage ? damage.what() : Text.of("damage.ends-early"));
  }

  @Override
  public Proof prove(PackageFile file, Requirements requirements) throws IOException {
    return proof(file, CompoundFile.read(file), requirements);
  }

  private Proof proof(PackageFile file, CompoundFile compound, Requirements requirements)
      throws IOException {
    return authenticode.verify(file.name(), new SignedInstaller(compound), requirements.asOf());
  }

  private static Description describe(
      PackageFile file, CompoundFile compound, Proof proof, Requirements requirements)
      throws IOException {
    InstallerDatabase database = InstallerDatabase.read(compound);
    Map<Fact, String> facts = facts(database);
    List<Diagnostic> findings = new ArrayList<>(proof.findings());
    String product = facts.getOrDefault(Fact.PRODUCT_NAME, "");
    Optional<String> architecture = Optional.ofNullable(facts.get(Fact.ARCHITECTURE));
    if (!PRODUCT.matcher(product).find()) {
      findings.add(InstallerCode.anotherProduct(file.name(), product));
    }
    if (architecture.filter(ARCHITECTURE::equals).isEmpty()) {
      findings.add(InstallerCode.anotherArchitecture(file.name(), architecture));
    }
    if (proof.report().status() == Status.VALID && !SignedInstaller.coversNames(compound)) {
      findings.add(InstallerCode.namesUnsigned(file.name()));
    }
    if (database.platformVersion().isEmpty()) {
      findings.add(InstallerCode.withoutPlatform(file.name()));
    }
    proof
        .report()
        .timestamp()
        .flatMap(signed -> old(file, signed, requirements.asOf()))
        .ifPresent(findings::add);
    return new Description(Optional.of(proof.report()), facts, findings);
  }

  private static Map<Fact, String> facts(InstallerDatabase database) throws IOException {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    Optional<String> productVersion = database.property("ProductVersion");
    put(facts, Fact.PRODUCT_NAME, database.property("ProductName"));
    put(facts, Fact.PRODUCT_VERSION, productVersion);
    put(facts, Fact.PRODUCT_CODE, database.property("ProductCode"));
    put(facts, Fact.UPGRADE_CODE, database.property("UpgradeCode"));
    put(facts, Fact.VERSION, database.platformVersion().or(() -> productVersion));
    put(facts, Fact.ARCHITECTURE, database.template().map(InstallerKind::platform));
    return facts;
  }

  /** The platform in a template, which is the platform, a semicolon, and languages. */
  private static String platform(String template) {
    int end = template.indexOf(';');
    return end < 0 ? template : template.substring(0, end);
  }

  private static Optional<Diagnostic> old(PackageFile file, Instant signed, Instant asOf) {
    long days = ChronoUnit.DAYS.between(signed, asOf);
    return days <= OLD_AFTER_DAYS
        ? Optional.empty()
        : Optional.of(
            InstallerCode.old(file.name(), LocalDate.ofInstant(signed, ZoneOffset.UTC), days));
  }

  private static void put(Map<Fact, String> facts, Fact fact, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> facts.put(fact, text));
  }
}
