package dev.garrison.files;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A folder that should be private lets others in. */
public final class ExposedFolderException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  private final transient Exposure exposure;

  ExposedFolderException(Path folder, Exposure exposure) {
    super(folder.toString(), null, exposure.what() + "; " + exposure.remedy());
    this.exposure = exposure;
  }

  /** Their access to the folder. */
  public Exposure exposure() {
    return exposure;
  }
}
