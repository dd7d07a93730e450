package dev.garrison.share;

/** Hears how far a transfer has come. Called from one thread at a time. */
@FunctionalInterface
public interface TransferProgress {
  /** Nobody listens. */
  TransferProgress SILENT = (done, total) -> {};

  /**
   * So far.
   *
   * @param done bytes that have arrived or were there already
   * @param total bytes of the whole transfer
   */
  void advanced(long done, long total);
}
