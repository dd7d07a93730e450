package dev.garrison.manifest.reading;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.diagnostic.SourceLocation;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.yaml.Reading;
import dev.garrison.manifest.yaml.Value;
import dev.garrison.manifest.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the manifest.
 *
 * <p>All problems are reported at once in one {@link RefusalException}, each as a diagnostic with
 * file and line. The same bytes on the same day give the same result.
 */
public final class ManifestReader {
  private static final int MOST_BYTES = 256 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads a file.
   *
   * @param file the file, named in diagnostics as given; relative paths start from its folder
   * @param today the day for which exceptions are checked
   * @throws RefusalException with all problems
   */
  public ManifestResult read(Path file, LocalDate today) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    return read(file.toString(), folder, load(file), today);
  }

  /**
   * Digest of the file now, to compare with that of the file that was read.
   *
   * @throws RefusalException when the file cannot be read
   */
  public Sha256 digest(Path file) {
    return Sha256.of(load(file));
  }

  /**
   * Reads bytes that are, or will become, a file.
   *
   * @param name the name of the file in diagnostics
   * @param folder the folder from which relative paths start
   * @param today the day for which exceptions are checked
   * @throws RefusalException with all problems
   */
  public ManifestResult read(String name, Path folder, byte[] bytes, LocalDate today) {
    Node root = parse(name, decode(name, bytes));
    Reading reading = new Reading(name, folder, today);
    Optional<Manifest> manifest = RootForm.FORM.read(new Value(root, "", reading));
    if (manifest.isEmpty() || reading.failed()) {
      throw new RefusalException(reading.problems());
    }
    return new ManifestResult(
        manifest.get(), reading.problems(), Sha256.of(bytes), name, reading.lines());
  }

  /**
   * Reads the section {@code site} alone, for callers that have no manifest yet.
   *
   * @param lines the lines of the section, without its key
   * @param folder the folder from which relative paths start
   * @throws RefusalException with all problems, without lines, because there is no file
   */
  public SiteSection site(List<String> lines, Path folder, LocalDate today) {
    String name = "the options";
    Node root = parse(name, String.join("\n", lines));
    Reading reading = new Reading(name, folder, today);
    Optional<SiteSection> site = SiteForm.FORM.read(new Value(root, "site", reading));
    if (site.isEmpty() || reading.failed()) {
      throw new RefusalException(
          reading.problems().stream()
              .map(problem -> Diagnostic.error(problem.code(), problem.message()))
              .toList());
    }
    return site.get();
  }

  private static byte[] load(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new RefusalException(
          Diagnostic.error(
              ManifestCode.MANIFEST_UNREADABLE,
              Message.of("manifest.not-found", "file", Reading.shortened(file.toString()))),
          e);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              ManifestCode.MANIFEST_UNREADABLE,
              Message.of(
                  "manifest.unreadable", "file", Reading.shortened(file.toString()), "reason", e)),
          e);
    }
  }

  private static String decode(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw refused(
          ManifestCode.MANIFEST_TOO_LARGE,
          name,
          1,
          Message.of("manifest.too-large", "limit", MOST_BYTES / 1024));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused(ManifestCode.MANIFEST_NOT_YAML, name, 1, Message.of("manifest.not-utf8"));
    }
  }

  private static Node parse(String name, String text) {
    try {
      Optional<Node> root = YamlDocument.parse(text);
      if (root.isPresent()) {
        return root.get();
      }
    } catch (YamlDocument.NotYaml e) {
      throw refused(
          e.tooLarge() ? ManifestCode.MANIFEST_TOO_LARGE : ManifestCode.MANIFEST_NOT_YAML,
          name,
          e.line(),
          e.message());
    }
    throw refused(ManifestCode.MANIFEST_NOT_YAML, name, 1, Message.of("manifest.empty"));
  }

  private static RefusalException refused(
      ManifestCode code, String name, int line, Message message) {
    return new RefusalException(
        List.of(Diagnostic.error(code, new SourceLocation(name, line), message)));
  }
}
