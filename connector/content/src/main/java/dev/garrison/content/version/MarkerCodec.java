package dev.garrison.content.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import dev.garrison.share.ContentFile;
import dev.garrison.share.FileVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads and writes the marker file: JSON, format 1. Content that others may have written is
 * refused, never guessed.
 */
final class MarkerCodec {
  private static final int FORMAT = 1;
  private static final int LONGEST = 1 << 20;

  /** The file's content, record by record. */
  private record Form(int format, String mark, List<FileForm> files) implements JsonForm {
    Form {
      Objects.requireNonNull(mark);
      files = List.copyOf(files);
    }
  }

  private record FileForm(String name, long size, String sha256, Optional<String> version)
      implements JsonForm {
    FileForm {
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha256);
    }
  }

  private final Json json;

  MarkerCodec(Json json) {
    this.json = json;
  }

  byte[] write(VersionMarker marker) {
    List<FileForm> files =
        marker.files().stream()
            .map(file ->
                new FileForm(
                    file.name(),
                    file.size(),
                    file.sha256().hex(),
                    Optional.ofNullable(marker.versions().get(file.name())).map(FileVersion::text)))
            .toList();
    return json.pretty(new Form(FORMAT, marker.mark(), files)).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a marker; fails with an {@link UnreadableMarkerException} that describes the problem. */
  VersionMarker read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new UnreadableMarkerException(Text.of("marker.too-long"));
    }
    try {
      JsonNode tree = json.parse(new String(bytes, StandardCharsets.UTF_8));
      if (!tree.isObject()) {
        throw new UnreadableMarkerException(Text.of("marker.no-object"));
      }
      Form form = json.read(tree, Form.class);
      if (form.format() != FORMAT) {
        throw new UnreadableMarkerException(
            Text.of("marker.of-another-format", "format", form.format(), "known", FORMAT));
      }
      return new VersionMarker(
          form.mark(),
          form.files().stream()
              .map(file -> new ContentFile(file.name(), file.size(), new Sha256(file.sha256())))
              .toList(),
          versions(form));
    } catch (JsonException | IllegalArgumentException e) {
      throw new UnreadableMarkerException(Text.of(e), e);
    } catch (RefusalException e) {
      throw new UnreadableMarkerException(e.diagnostics().getFirst().message().problem(), e);
    }
  }

  private static Map<String, FileVersion> versions(Form form) {
    Map<String, FileVersion> versions = new HashMap<>();
    for (FileForm file : form.files()) {
      file.version().ifPresent(version -> versions.put(file.name(), new FileVersion(version)));
    }
    return versions;
  }
}
