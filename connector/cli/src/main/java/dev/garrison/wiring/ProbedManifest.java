package dev.garrison.wiring;

import dev.garrison.connection.ServerInspection;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.secret.SchemeSecretStore;
import java.net.URI;
import java.util.function.Function;

/** Access of a probe to the site and share of a manifest, in the same way as plan and apply. */
record ProbedManifest(
    ManifestResult read,
    ServerInspection inspection,
    Function<URI, HttpAdminService> services,
    SchemeSecretStore secrets,
    DomainIdentity identity)
    implements ProbeAccess {
  @Override
  public HttpAdminService service(URI provider) {
    return services.apply(provider);
  }

  @Override
  public Content content() {
    return ContentPlace.probed(manifest().content(), secrets, identity);
  }

  @Override
  public void close() {
    secrets.close();
  }
}
