package dev.garrison.share.access;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.UncPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The open content share of one manifest, for checking its rights.
 *
 * @param share the content share
 * @param lists the same share
 * @param address to which Garrison writes
 * @param source from which the site server reads
 * @param protection of the connection, once there was one
 */
public record OpenRights(
    ContentShare share,
    AccessListed lists,
    ShareAddress address,
    UncPath source,
    Supplier<Optional<String>> protection)
    implements AutoCloseable {
  @Override
  public void close() {
    share.close();
  }

  /** Opens the share of a manifest. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Reads the manifest; connects to nothing.
     *
     * @throws dev.garrison.diagnostic.RefusalException where there are no access lists
     */
    OpenRights open(Path manifest);
  }
}
