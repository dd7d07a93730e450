package dev.garrison.session;

/**
 * Lock that allows one writer per site, for command lines and services alike (F45). It is free as
 * soon as its holder ends, for any reason.
 */
@FunctionalInterface
public interface Lease {
  /**
   * Takes the lease.
   *
   * @param holder the name of this writer, for the message that another writer gets
   * @throws dev.garrison.diagnostic.RefusalException naming the holder when another writer has it
   */
  Held take(String holder);

  /** Period in which the holder is the only writer. */
  interface Held extends AutoCloseable {
    /**
     * Proves that the lease is still held; called before each write.
     *
     * @throws dev.garrison.diagnostic.RefusalException when the lease was lost
     */
    void renew();

    @Override
    void close();
  }
}
