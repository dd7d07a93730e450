package dev.garrison.mecm.adminservice;

import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Addresses and connection settings of one site's administration service.
 *
 * @param providers the services of the site's SMS Providers, preferred ones first, such as {@code
 *     https://cm01.contoso.example/AdminService}
 * @param connection the policy for each of them
 * @param writing the policy for requests that write, if another account sends them; asked for when
 *     the first of them is due, so that reading needs none of its secrets
 */
public record AdminServiceSettings(
    List<URI> providers,
    ConnectionPolicy connection,
    Optional<Supplier<ConnectionPolicy>> writing) {
  /** Settings for one account that reads and writes. */
  public AdminServiceSettings(List<URI> providers, ConnectionPolicy connection) {
    this(providers, connection, Optional.empty());
  }

  /**
   * @throws RefusalException if there is no provider, or an address that may not be used
   */
  public AdminServiceSettings {
    if (providers.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              AdminServiceCode.PROVIDERS_MISSING, Message.of("admin-service.providers-missing")));
    }
    check(providers, connection);
    providers = providers.stream().map(AdminServiceSettings::withoutSlash).distinct().toList();
  }

  /**
   * Checks the policy of the account that writes against the addresses.
   *
   * @throws RefusalException if an address may not be used with it
   */
  static ConnectionPolicy checked(List<URI> providers, Supplier<ConnectionPolicy> writing) {
    ConnectionPolicy policy = writing.get();
    check(providers, policy);
    return policy;
  }

  private static void check(List<URI> providers, ConnectionPolicy policy) {
    List<Diagnostic> objections =
        providers.stream().map(policy::objection).flatMap(Optional::stream).toList();
    if (!objections.isEmpty()) {
      throw new RefusalException(objections);
    }
  }

  private static URI withoutSlash(URI provider) {
    String text = provider.toString();
    return text.endsWith("/") ? URI.create(text.replaceFirst("(?<!/)/++$", "")) : provider;
  }
}
