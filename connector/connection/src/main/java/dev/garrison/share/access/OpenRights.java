package dev.garrison.share.access;

import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.UncPath;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The content share of one manifest, for looking at its rights.
 *
 * @param share where content goes
 * @param lists the same share
 * @param address how Garrison writes
 * @param source how the site server reads
 * @param protection how it is reached, once it was
 */
public record OpenRights(
    ContentShare share,
    AccessControlled lists,
    ShareAddress.Smb address,
    UncPath source,
    Supplier<Optional<String>> protection)
    implements AutoCloseable {
  @Override
  public void close() {
    share.close();
  }

  /** Opens it. */
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
