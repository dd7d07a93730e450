package dev.garrison.share;

/** Receives the progress of a transfer. Called from one thread at a time. */
@FunctionalInterface
public interface TransferProgress {
  /** Progress that is reported to no one. */
  TransferProgress SILENT = (done, total) -> {};

  /**
   * Called when further bytes are done.
   *
   * @param done bytes that have arrived or were already present
   * @param total bytes of the complete transfer
   */
  void advanced(long done, long total);
}
