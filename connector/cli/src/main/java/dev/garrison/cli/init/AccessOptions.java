package dev.garrison.cli.init;

import dev.garrison.takeover.draft.SiteAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options for signing in to the site, with the same words as in the manifest.
 *
 * <p>The manifest's reader checks the values.
 */
public final class AccessOptions {
  @Option(names = "--authentication", paramLabel = "WAY")
  private @Nullable String authentication;

  @Option(names = "--user", paramLabel = "NAME")
  private @Nullable String user;

  @Option(names = "--password", paramLabel = "WHERE")
  private @Nullable String password;

  @Option(names = "--trust", paramLabel = "ANCHOR")
  private List<String> trust = List.of();

  @Option(names = "--allow-plain-http")
  private boolean plainHttp;

  /** The access to a provider, as it was given. */
  public SiteAccess to(String provider) {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "authentication", authentication);
    put(texts, "user", user);
    put(texts, "password", password);
    return new SiteAccess(
        provider, texts, trust, plainHttp ? List.of("allowPlainHttp") : List.of());
  }

  private static void put(Map<String, String> texts, String key, @Nullable String value) {
    if (value != null) {
      texts.put(key, value);
    }
  }
}
