package dev.garrison.content.staged;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.json.JsonForm;
import dev.garrison.share.ContentFile;
import java.util.List;

/** A version of staged files as journals hold it. */
record RecordedStagedContent(String mark, List<File> files)
    implements RecordedState<StagedContent> {
  static final StateForm<StagedContent> FORM =
      StateForm.of(StagedContent.class, RecordedStagedContent.class, RecordedStagedContent::of);

  /** One of the files; its size in bytes. */
  record File(String name, long size, Digest sha256) implements JsonForm {
    static File of(ContentFile file) {
      return new File(file.name(), file.size(), new Digest(file.sha256().hex()));
    }

    ContentFile file() {
      try {
        return new ContentFile(name, size, new Sha256(sha256.hex()));
      } catch (RefusalException e) {
        throw new IllegalArgumentException("no file of a version", e);
      }
    }
  }

  /** A SHA-256 digest, as hexadecimal digits. */
  record Digest(String hex) implements JsonForm {}

  static RecordedStagedContent of(StagedContent content) {
    return new RecordedStagedContent(
        content.mark(), content.files().stream().map(File::of).toList());
  }

  @Override
  public StagedContent state() {
    return new StagedContent(mark, files.stream().map(File::file).toList());
  }
}
