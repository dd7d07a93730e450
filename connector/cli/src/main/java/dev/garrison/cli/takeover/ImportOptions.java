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
  @Option(
      names = "--provider",
      required = true,
      paramLabel = "URL",
      description = "Address of the AdminService.")
  private String provider = "";

  @Option(
      names = "--authentication",
      paramLabel = "WAY",
      description =
          "kerberos, ntlm, windows, negotiate, basic or none; as in a manifest unless given.")
  private @Nullable String authentication;

  @Option(names = "--user", paramLabel = "NAME", description = "The account that reads.")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = "WHERE",
      description = "Where its password is found, such as env:NAME; never the password.")
  private @Nullable String password;

  @Option(
      names = "--trust",
      paramLabel = "ANCHOR",
      description = "system, sha256:DIGEST or a certificate file; once for each.")
  private List<String> trust = List.of();

  @Option(
      names = "--allow-plain-http",
      description = "Accept that everything crosses the network readable.")
  private boolean plainHttp;

  @Option(
      names = "--rollup-installed",
      description = "Release 2107: KB11121541 is installed, whatever the site shows.")
  private boolean rollup;

  @Option(
      names = "--allow-child-primary",
      description = "Accept a primary site below a central one.")
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
