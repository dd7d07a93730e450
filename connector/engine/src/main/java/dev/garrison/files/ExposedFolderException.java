package dev.garrison.files;

import java.nio.file.FileSystemException;

/** A folder that should be private lets others in. */
public final class ExposedFolderException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  private final transient Exposure exposure;

  ExposedFolderException(Exposure exposure) {
    super(null, null, exposure.what() + ". " + exposure.remedy());
    this.exposure = exposure;
  }

  /** Their access to the folder. */
  public Exposure exposure() {
    return exposure;
  }
}
