package dev.garrison.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Text;
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
  private record Letter(char letter, Text title) implements PackageKind {
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
      return new Signer(
          List.of(), false, Optional.empty(), Optional.of(title.toString()), List.of());
    }
  }

  private final PackageInspector inspector =
      new PackageInspector(
          List.of(
              new Letter('a', Text.verbatim("a.txt")), new Letter('b', Text.verbatim("b.txt"))));

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
        .hasMessageContaining("isn't a file that Garrison recognizes (a.txt, b.txt).");
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
            "\"%s\" isn't a file that Garrison recognizes (a.txt, b.txt). Download the file again. The download might have been interrupted, or a page of the portal might have been saved under this name."
                    .formatted(file)
                + " [FILE_UNKNOWN GAR-0410]");
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() throws IOException {
    Path file = file("");

    assertThat(inspector.inspect(file, ANY).description().findings())
        .singleElement()
        .hasToString(
            "\""
                + file
                + "\" is empty. Download the file again. The download might have been interrupted. [FILE_UNKNOWN GAR-0410]");
  }

  @Test
  void whatIsNoFileIsRefusedBeforeItIsOpened() {
    assertThatThrownBy(() -> inspector.inspect(folder, ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(
            "The package \"%s\" can't be read: the path is a folder.".formatted(folder));
    assertThatThrownBy(() -> inspector.inspect(Path.of("/dev/null"), ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("The package \"/dev/null\" can't be read: the path isn't a file.");
  }

  @Test
  void aFileThatMayNotBeReadIsSaidSo() {
    Path file = folder.resolve("md4ws.msi");

    assertThat(PayloadCode.unreadable(file, new AccessDeniedException(file.toString())).problem())
        .isEqualTo("The package \"%s\" can't be read: access is denied.".formatted(file));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> inspector.inspect(folder.resolve("nothing"), ANY))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("can't be read: the file doesn't exist")
        .hasMessageContaining("GAR-0401");
  }

  @Test
  void readingBeyondTheEndIsAnError() {
    PackageFile file = PackageFile.of("x", new byte[10]);

    assertThatThrownBy(() -> file.read(8, 4)).hasMessage("x ends before byte 10");
  }
}
