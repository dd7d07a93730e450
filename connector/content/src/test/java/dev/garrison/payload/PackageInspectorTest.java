package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.payload.signer.Signer;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageInspectorTest {
  private static final Requirements ANY = new Requirements(Instant.EPOCH, Optional.empty());

  @TempDir Path folder;

  /** A kind that knows files by their first letter. */
  private record Letter(char letter, String title) implements PackageKind {
    @Override
    public String name() {
      return "letter" + letter;
    }

    @Override
    public boolean recognises(PackageFile file) {
      return file.startsWith((byte) letter);
    }

    @Override
    public Description describe(PackageFile file, Requirements requirements) {
      return new Description(
          Optional.empty(), Map.of(Fact.VERSION, String.valueOf(letter)), List.of());
    }

    @Override
    public Signer signer(PackageFile file, Requirements requirements) {
      return new Signer(List.of(), false, Optional.empty(), Optional.of(title), List.of());
    }
  }

  private final PackageInspector inspector =
      new PackageInspector(List.of(new Letter('a', "a.txt"), new Letter('b', "b.txt")));

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("package"), content);
  }

  @Test
  void aKindIsToldByContentAndNotByName() throws IOException {
    Inspection inspection = inspector.inspect(file("b and more"), ANY);

    assertThat(inspection.kind()).map(PackageKind::name).contains("letterb");
    assertThat(inspection.description().facts()).containsEntry(Fact.VERSION, "b");
    assertThat(inspection.sha256()).isEqualTo(Sha256.of("b and more"));
    assertThat(inspection.size()).isEqualTo(10);
    assertThat(inspection.acceptable()).isTrue();
  }

  @Test
  void theSignerIsToldByTheKindThatKnowsTheFile() throws IOException {
    assertThat(inspector.signer(file("b and more"), ANY).entry()).contains("b.txt");
    assertThatThrownBy(() -> inspector.signer(file("c"), ANY))
        .hasMessageContaining("is none of the files that Garrison knows: a.txt, b.txt.");
    assertThatThrownBy(() -> inspector.signer(file(""), ANY)).hasMessageContaining("is empty.");
  }

  @Test
  void aFileThatNoKindRecognisesIsNotAcceptable() throws IOException {
    Path file = file("<html>");
    Inspection inspection = inspector.inspect(file, ANY);

    assertThat(inspection.acceptable()).isFalse();
    assertThat(inspection.kind()).isEmpty();
    assertThat(inspection.description().findings().getFirst())
        .hasToString(
            "%s is none of the files that Garrison knows: a.txt, b.txt. Was the download cut off, or is"
                    .formatted(file)
                + " it a page of the portal saved under this name? Download it again."
                + " [FILE_UNKNOWN GAR-0410]");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    Path file = file("");

    assertThat(inspector.inspect(file, ANY).description().findings())
        .singleElement()
        .hasToString(
            file
                + " is empty. Was the download cut off? Download it again. [FILE_UNKNOWN GAR-0410]");
  }

  @Test
  void whatIsNoFileIsRefusedBeforeItIsOpened() {
    assertThatThrownBy(() -> inspector.inspect(folder, ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("The package %s cannot be read: it is a folder.".formatted(folder));
    assertThatThrownBy(() -> inspector.inspect(Path.of("/dev/null"), ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("The package /dev/null cannot be read: it is no file.");
  }

  @Test
  void aFileThatMayNotBeReadIsSaidSo() {
    Path file = folder.resolve("md4ws.msi");

    assertThat(PayloadCode.unreadable(file, new AccessDeniedException(file.toString())).problem())
        .isEqualTo("The package %s cannot be read: access is denied.".formatted(file));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> inspector.inspect(folder.resolve("nothing"), ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("cannot be read: there is no such file")
        .hasMessageContaining("GAR-0401");
  }

  @Test
  void readingBeyondTheEndIsAnError() {
    PackageFile file = PackageFile.of("x", new byte[10]);

    assertThatThrownBy(() -> file.read(8, 4)).hasMessage("x ends before byte 10");
  }
}
