package dev.garrison.engine.change;

/** Receives the progress of a long step. Implementations are quick and never fail. */
public interface Progress {
  /** Reports the bytes of a transfer. */
  void bytes(long done, long total);

  /** Progress that is reported to no one. */
  static Progress silent() {
    return (done, total) -> {};
  }
}
