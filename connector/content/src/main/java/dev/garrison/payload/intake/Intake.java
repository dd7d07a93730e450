package dev.garrison.payload.intake;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.Severity;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The package folder. Each package keeps its name in a folder named by its SHA-256. Nothing in it
 * is ever overwritten, and every file is inspected again each time the folder is read.
 */
public final class Intake {
  /** Names of folders that Garrison made; other folders are ignored. */
  private static final String DIGEST = "[0-9a-f]{64}";

  /**
   * Longest inspection of one file. The largest file has 1 GiB, which a slow share sends in a few
   * minutes.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Path folder;
  private final PackageInspector inspector;
  private final Duration longest;

  /**
   * @param folder which need not exist
   * @param inspector trusts the publishers that the manifest trusts
   */
  public Intake(Path folder, PackageInspector inspector) {
    this(folder, inspector, LONGEST);
  }

  /**
   * @param longest time that the inspection of one file in the folder may take
   */
  Intake(Path folder, PackageInspector inspector, Duration longest) {
    this.folder = folder;
    this.inspector = inspector;
    this.longest = longest;
  }

  /**
   * Result of adding a package.
   *
   * @param copied false when the same bytes were there already
   * @param findings notes worth knowing, such as another signer than before
   */
  public record Added(Inspection inspection, boolean copied, List<Diagnostic> findings) {
    public Added {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Content of the folder.
   *
   * @param packages the latest of each kind first
   * @param findings reasons why a file is passed over, as warnings: one that is altered, cannot be
   *     read or takes too long does not affect the others
   */
  public record Holding(List<HeldPackage> packages, List<Diagnostic> findings) {
    public Holding {
      packages =
          packages.stream()
              .sorted(
                  Comparator.comparing(HeldPackage::role).thenComparing(HeldPackage.LATEST_FIRST))
              .toList();
      findings = List.copyOf(findings);
    }
  }

  /**
   * Inspects every file in the folder.
   *
   * @throws RefusalException when the folder itself cannot be read
   */
  public Holding list(Requirements requirements) {
    List<HeldPackage> held = new ArrayList<>();
    List<Diagnostic> findings = new ArrayList<>();
    for (Path place : places()) {
      try {
        for (Path file : entries(place)) {
          held.add(held(file, requirements));
        }
      } catch (IOException e) {
        unreadable(place, e).diagnostics().forEach(found -> findings.add(warning(found)));
      } catch (RefusalException refusal) {
        refusal.diagnostics().forEach(found -> findings.add(warning(found)));
      }
    }
    return new Holding(held, findings);
  }

  private static Diagnostic warning(Diagnostic found) {
    return found.as(Severity.WARNING);
  }

  /**
   * Adds a file, once it is proven to be acceptable.
   *
   * @throws RefusalException with every objection; nothing was copied then
   */
  public Added add(Path file, Requirements requirements) {
    Inspection inspection = inspector.inspect(file, requirements);
    List<Diagnostic> errors =
        inspection.description().findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new RefusalException(errors);
    }
    Holding holding = list(requirements);
    List<HeldPackage> before = holding.packages();
    String digest = inspection.sha256().hex();
    boolean there =
        before.stream().anyMatch(held -> held.inspection().sha256().hex().equals(digest));
    if (!there && Files.exists(folder.resolve(digest))) {
      throw new RefusalException(holding.findings());
    }
    if (!there) {
      new IntakeCopy(folder).of(file, name(inspection), inspection.sha256());
    }
    return new Added(inspection, !there, there ? List.of() : another(inspection, before));
  }

  /** The name that the file must have on a server; packages of the portal keep theirs. */
  private static String name(Inspection inspection) {
    PackageKind kind = inspection.kind().orElseThrow();
    return kind.name().equals(IntakeChoice.ONBOARDING)
        ? String.valueOf(inspection.file().getFileName())
        : kind.title().toString();
  }

  private static List<Diagnostic> another(Inspection now, Collection<HeldPackage> before) {
    HeldPackage newcomer = new HeldPackage(now, Instant.EPOCH);
    Optional<HeldPackage> last =
        before.stream()
            .filter(held -> held.role().equals(newcomer.role()) && held.inspection().acceptable())
            .max(Comparator.comparing(HeldPackage::added));
    Optional<Text> signer = newcomer.signer();
    Optional<Text> earlier = last.flatMap(HeldPackage::signer);
    if (signer.isEmpty() || earlier.isEmpty() || signer.equals(earlier)) {
      return List.of();
    }
    return List.of(
        Diagnostic.warning(
            IntakeCode.SIGNER_CHANGED,
            Message.of(
                "intake.signer-changed",
                "file",
                now.file(),
                "signer",
                signer.get(),
                "earlier",
                earlier.get())));
  }

  private HeldPackage held(Path file, Requirements requirements) {
    Inspection inspection = new BoundedInspection(inspector, longest).of(file, requirements);
    Path place = file.getParent();
    if (place == null || !inspection.sha256().hex().equals(String.valueOf(place.getFileName()))) {
      throw new RefusalException(
          Diagnostic.error(
              IntakeCode.INTAKE_FILE_ALTERED,
              Message.of("intake.altered", "file", file, "digest", inspection.sha256().hex())));
    }
    try {
      return new HeldPackage(inspection, Files.getLastModifiedTime(place).toInstant());
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  private List<Path> places() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try {
      if (!Files.isDirectory(folder)) {
        throw unreadable(
            folder, Text.of("intake.no-folder"), new NotDirectoryException(String.valueOf(folder)));
      }
      return entries(folder).stream()
          .filter(place -> String.valueOf(place.getFileName()).matches(DIGEST))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static List<Path> entries(Path place) throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      return entries.sorted().toList();
    }
  }

  private static RefusalException unreadable(Path place, IOException cause) {
    return unreadable(place, Text.verbatim(String.valueOf(cause.getMessage())), cause);
  }

  private static RefusalException unreadable(Path place, Text why, IOException cause) {
    return new RefusalException(
        Diagnostic.error(
            IntakeCode.INTAKE_UNREADABLE,
            Message.of("intake.unreadable", "folder", place, "reason", why)),
        cause);
  }
}
