package dev.garrison.cli.takeover;

import dev.garrison.takeover.draft.SiteAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options for connecting to the site, with the same words as in the manifest.
 *
 * <p>The manifest's reader checks the values.
 */
final class ImportOptions {
  @Option(names = "--provider", required = true, paramLabel = "URL")
  private String provider = "";

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

  @Option(names = "--rollup-installed")
  private boolean rollup;

  @Option(names = "--allow-child-primary")
  private boolean childPrimary;

  SiteAccess access() {
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "authentication", authentication);
    put(texts, "user", user);
    put(texts, "password", password);
    if (rollup) {
      texts.put("rollupKB11121541", "installed");
    }
    List<String> switches = new ArrayList<>();
    if (plainHttp) {
      switches.add("allowPlainHttp");
    }
    if (childPrimary) {
      switches.add("allowChildPrimary");
    }
    return new SiteAccess(provider, texts, trust, switches);
  }

  private static void put(Map<String, String> texts, String key, @Nullable String value) {
    if (value != null) {
      texts.put(key, value);
    }
  }
}
