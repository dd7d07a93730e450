package dev.garrison.probe;

import dev.garrison.connection.ServerInspection;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.AccessListed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Access to the systems that a manifest names. No connection is made before it is used; each method
 * may refuse with a {@link dev.garrison.diagnostic.RefusalException}, which is then a failed check.
 */
public interface ProbeAccess extends AutoCloseable {
  /** The manifest as it was read, with the lines of its values. */
  ManifestResult read();

  default Manifest manifest() {
    return read().manifest();
  }

  /** Inspects servers without signing in. */
  ServerInspection inspection();

  /** Administration service of one provider, and of no other. */
  HttpAdminService service(URI provider);

  /** Content share. */
  Content content();

  /** Discards the secrets that were requested for the access. */
  @Override
  void close();

  /**
   * Content share of the manifest.
   *
   * @param lists its access lists, where they can be read
   * @param source the path from which the site server reads
   * @param remark a description of the connection, available after it was made
   */
  record Content(
      ContentShare share,
      Optional<AccessListed> lists,
      ShareAddress address,
      UncPath source,
      Supplier<Optional<String>> remark)
      implements AutoCloseable {
    @Override
    public void close() {
      share.close();
    }
  }

  /** Opens the access. */
  @FunctionalInterface
  interface Opening {
    /**
     * Reads the manifest; connects to nothing.
     *
     * @throws dev.garrison.diagnostic.RefusalException if the manifest has mistakes
     */
    ProbeAccess open(Path manifest);
  }
}
