package dev.garrison.mecm.adminservice;

import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach the administration service of one site.
 *
 * @param providers the services of the site's SMS Providers, preferred ones first, such as {@code
 *     https://cm01.contoso.example/AdminService}
 * @param connection what holds for each of them
 */
public record AdminServiceSettings(List<URI> providers, ConnectionPolicy connection) {
  /**
   * @throws RefusalException if there is no provider, or an address that may not be used
   */
  public AdminServiceSettings {
    if (providers.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              AdminServiceCode.PROVIDERS_MISSING,
              "No SMS Provider is named.",
              "Name at least one under 'site.providers', such as"
                  + " https://cm01.contoso.example/AdminService."));
    }
    List<Diagnostic> objections =
        providers.stream().map(connection::objection).flatMap(Optional::stream).toList();
    if (!objections.isEmpty()) {
      throw new RefusalException(objections);
    }
    providers = providers.stream().map(AdminServiceSettings::withoutSlash).distinct().toList();
  }

  private static URI withoutSlash(URI provider) {
    String text = provider.toString();
    return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : provider;
  }
}
