package dev.garrison.probe;

import dev.garrison.connection.ServerInspection;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.UncPath;
import dev.garrison.share.access.AccessControlled;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a probe reaches what a manifest names. Nothing is connected to before it is used; each way
 * may be refused with a {@link dev.garrison.diagnostic.RefusalException}, which is then a failed
 * check.
 */
public interface ProbeAccess extends AutoCloseable {
  Manifest manifest();

  /** Looks at servers without signing in. */
  ServerInspection inspection();

  /** The administration service of one provider, and of no other. */
  HttpAdminService service(URI provider);

  /** The content share. */
  Content content();

  /** Forgets what was asked for to get there. */
  @Override
  void close();

  /**
   * The content share of the manifest.
   *
   * @param lists its access lists, where they can be read
   * @param source how the site server reads
   * @param remark how it is reached, once it was
   */
  record Content(
      ContentShare share,
      Optional<AccessControlled> lists,
      ShareAddress address,
      UncPath source,
      Supplier<Optional<String>> remark)
      implements AutoCloseable {
    @Override
    public void close() {
      share.close();
    }
  }

  /** Opens it. */
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
