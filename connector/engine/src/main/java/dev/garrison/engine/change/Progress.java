package dev.garrison.engine.change;

/** Where a long step reports how far it is. Implementations are quick and never fail. */
public interface Progress {
  /** Bytes of a transfer. */
  void bytes(long done, long total);

  /** Nobody listens. */
  static Progress silent() {
    return (done, total) -> {};
  }
}
