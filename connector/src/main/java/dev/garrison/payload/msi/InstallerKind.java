package dev.garrison.payload.msi;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.DamagedFileException;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code md4ws.msi}: the agent for Windows Server 2012 R2 and 2016. Everything is read from the
 * file itself; product codes change with each build.
 */
public final class InstallerKind implements PackageKind {
  /** As install.ps1 looks for it; the name has changed once. */
  private static final Pattern PRODUCT =
      Pattern.compile("Microsoft Defender for (Windows Server|Endpoint)");

  private static final String ARCHITECTURE = "x64";

  @Override
  public String name() {
    return "installer";
  }

  @Override
  public String title() {
    return "md4ws.msi";
  }

  @Override
  public boolean recognises(PackageFile file) {
    return file.startsWith(CompoundHeader.MAGIC);
  }

  @Override
  public Description describe(PackageFile file, Requirements requirements) throws IOException {
    try {
      return describe(file, InstallerDatabase.read(CompoundFile.read(file)));
    } catch (DamagedFileException damage) {
      return Description.of(InstallerCode.damaged(file.name(), damage.what()));
    } catch (EOFException e) {
      return Description.of(InstallerCode.damaged(file.name(), "it ends before its content does"));
    }
  }

  private static Description describe(PackageFile file, InstallerDatabase database)
      throws IOException {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    List<Diagnostic> findings = new ArrayList<>();
    Optional<String> platform = database.platformVersion();
    String product = database.property("ProductName").orElse("");
    facts.put(Fact.PRODUCT_NAME, product);
    put(facts, Fact.PRODUCT_VERSION, database.property("ProductVersion"));
    put(facts, Fact.PRODUCT_CODE, database.property("ProductCode"));
    put(facts, Fact.UPGRADE_CODE, database.property("UpgradeCode"));
    put(facts, Fact.VERSION, platform.or(() -> database.property("ProductVersion")));
    String architecture =
        database
            .template()
            .map(template -> template.split(";", 2)[0])
            .orElse("an unknown platform");
    facts.put(Fact.ARCHITECTURE, architecture);
    if (!PRODUCT.matcher(product).find()) {
      findings.add(InstallerCode.anotherProduct(file.name(), product));
    }
    if (!architecture.equals(ARCHITECTURE)) {
      findings.add(InstallerCode.anotherArchitecture(file.name(), architecture));
    }
    if (platform.isEmpty()) {
      findings.add(InstallerCode.withoutPlatform(file.name()));
    }
    return new Description(Optional.empty(), facts, findings);
  }

  private static void put(Map<Fact, String> facts, Fact fact, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> facts.put(fact, text));
  }
}
