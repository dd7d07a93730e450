package dev.garrison.payload.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.payload.Description;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file in the folder that is wrong is a finding, and the others are there all the same. */
final class IntakeTest {
  private static final Requirements REQUIREMENTS =
      new Requirements(Instant.EPOCH, Optional.empty());
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Diagnostic OBJECTION =
      Diagnostic.error(
          IntakeCode.INTAKE_FILE_ALTERED, "It is not acceptable.", "Download it again.");

  @TempDir Path folder;

  private final CountDownLatch never = new CountDownLatch(1);
  private Path good;

  /** Takes every file; what it does with it, the file says. */
  private final class ObedientKind implements PackageKind {
    @Override
    public String name() {
      return "script";
    }

    @Override
    public Text title() {
      return Text.verbatim("script");
    }

    @Override
    public boolean recognises(PackageFile file) {
      return true;
    }

    @Override
    public Signer signer(PackageFile file, Requirements requirements) {
      return new Signer(List.of(), false, Optional.empty(), Optional.empty(), List.of());
    }

    @Override
    public Description describe(PackageFile file, Requirements requirements) throws IOException {
      switch (new String(file.head(), StandardCharsets.UTF_8)) {
        case "fail" -> throw new IllegalStateException("out of step");
        case "overflow" -> throw new StackOverflowError();
        case "wait" -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }
        case "refused" -> {
          return new Description(Optional.empty(), Map.of(), List.of(OBJECTION));
        }
        default -> {
          // It is a good one.
        }
      }
      return new Description(Optional.empty(), Map.of(), List.of());
    }
  }

  @BeforeEach
  void oneGoodPackage() throws IOException {
    good = held("good");
  }

  /** In a folder of its digest, as it was added. */
  private Path held(String content) throws IOException {
    Path made = Files.writeString(folder.resolve("made"), content);
    String digest;
    try (PackageFile file = PackageFile.open(made)) {
      digest = file.sha256().hex();
    }
    Path place = Files.createDirectory(folder.resolve(digest));
    return Files.move(made, place.resolve("install.ps1"));
  }

  private Intake intake(Duration longest) {
    return new Intake(folder, new PackageInspector(List.of(new ObedientKind())), longest);
  }

  private String onlyFinding(Duration longest) {
    Holding holding = intake(longest).list(REQUIREMENTS);
    assertThat(holding.packages())
        .extracting(held -> held.inspection().file())
        .containsExactly(good);
    assertThat(holding.findings()).hasSize(1);
    return holding.findings().getFirst().toString();
  }

  @Test
  void aFileThatIsNotAcceptableIsNotTakenIn() throws IOException {
    Path offered = Files.writeString(folder.resolve("offered"), "refused");

    assertThatThrownBy(() -> intake(LONG).add(offered, REQUIREMENTS))
        .isInstanceOf(RefusalException.class)
        .hasMessage("It is not acceptable. Download it again. [INTAKE_FILE_ALTERED GAR-0469]");
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactlyInAnyOrder(offered, good.getParent());
    }
  }

  @Test
  void anAlteredFileIsAFindingOfItsOwn() throws IOException {
    Path altered = Files.writeString(held("other"), "something else");

    assertThat(onlyFinding(LONG))
        .startsWith("\"" + altered + "\" isn't the file that was added: the SHA-256 is ")
        .endsWith(
            " Remove the folder of the file, and add the package again from a new download. [INTAKE_FILE_ALTERED GAR-0469]");
  }

  @Test
  void aPipeIsAFindingAndIsNotWaitedFor() throws Exception {
    Path file = held("other");
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertThat(onlyFinding(LONG))
        .contains("\"" + file + "\" can't be read: the path isn't a file.");
  }

  @Test
  void aFolderThatCannotBeReadIsAFindingOfItsOwn() throws IOException {
    Path place = Files.writeString(folder.resolve("0".repeat(64)), "no folder");
    Path link = Files.createDirectory(folder.resolve("1".repeat(64)));
    Files.createSymbolicLink(link.resolve("install.ps1"), place.resolve("nowhere"));

    assertThat(onlyFinding(LONG)).contains("install.ps1\" can't be read: ");
  }

  @Test
  void aFileThatAReaderFailsAtIsAFindingOfItsOwn() throws IOException {
    Path hostile = held("fail");

    assertThat(onlyFinding(LONG))
        .isEqualTo(
            "\""
                + hostile
                + "\" can't be inspected (IllegalStateException: out of step). Remove the folder of the file. If the file is a package from the portal, report the problem. [INTAKE_FILE_NOT_INSPECTED GAR-0492]");
  }

  @Test
  void aFileThatTakesAllTheStackIsAFindingOfItsOwn() throws IOException {
    held("overflow");

    assertThat(onlyFinding(LONG)).contains(" can't be inspected (StackOverflowError). ");
  }

  @Test
  void aFileThatTakesTooLongIsAFindingOfItsOwn() throws IOException {
    Path slow = held("wait");
    Files.delete(good);
    Files.delete(good.getParent());

    Holding holding = intake(Duration.ZERO).list(REQUIREMENTS);

    assertThat(holding.packages()).isEmpty();
    assertThat(holding.findings().getFirst().toString())
        .isEqualTo(
            "\""
                + slow
                + "\" wasn't inspected: the inspection took longer than 0 seconds. Check whether the disk or share is slow, and try again, or remove the folder of the file. [INTAKE_FILE_NOT_INSPECTED GAR-0492]");
  }

  @Test
  void whatIsWrongWithAFileIsAWarningAndItIsNotTakenForAnother() throws IOException {
    Files.writeString(held("other"), "something else");

    List<Diagnostic> findings = intake(LONG).list(REQUIREMENTS).findings();

    assertThat(findings).extracting(Diagnostic::severity).hasToString("[WARNING]");
  }

  @Test
  void aFileIsNotAddedWhereAnAlteredOneHasItsPlace() throws IOException {
    Path altered = Files.writeString(held("other"), "something else");
    Path fresh = Files.writeString(folder.resolve("fresh"), "other");

    assertThatThrownBy(() -> intake(LONG).add(fresh, REQUIREMENTS))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("isn't the file that was added");
    assertThat(altered).hasContent("something else");
  }

  @Test
  void aFolderThatIsNoneStopsAll() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(
            () -> new Intake(file, new PackageInspector(List.of()), LONG).list(REQUIREMENTS))
        .hasMessageContaining("[INTAKE_UNREADABLE GAR-0465]");
  }
}
