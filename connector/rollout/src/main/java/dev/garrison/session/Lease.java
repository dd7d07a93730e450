package dev.garrison.session;

/**
 * What keeps two writers of one site apart, whether they are command lines or a service (F45). It
 * is free as soon as its holder dies, however that happens.
 */
@FunctionalInterface
public interface Lease {
  /**
   * Takes the lease.
   *
   * @param holder who we are, for the message that another writer gets
   * @throws dev.garrison.diagnostic.RefusalException naming the holder when somebody else has it
   */
  Held take(String holder);

  /** The time in which we are the one writer. */
  interface Held extends AutoCloseable {
    /**
     * Proves that this is still so; asked before each write.
     *
     * @throws dev.garrison.diagnostic.RefusalException when the lease was lost
     */
    void renew();

    @Override
    void close();
  }
}
