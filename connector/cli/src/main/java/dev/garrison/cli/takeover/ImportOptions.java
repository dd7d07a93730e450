package dev.garrison.cli.takeover;

import dev.garrison.cli.init.AccessOptions;
import dev.garrison.takeover.draft.SiteAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options for connecting to the site, with the same words as in the manifest.
 *
 * <p>The manifest's reader checks the values.
 */
final class ImportOptions {
  @Option(names = "--provider", required = true, paramLabel = "URL")
  private String provider = "";

  @Mixin private AccessOptions options;

  @Option(names = "--rollup-installed")
  private boolean rollup;

  @Option(names = "--allow-child-primary")
  private boolean childPrimary;

  SiteAccess access() {
    SiteAccess given = options.to(provider);
    Map<String, String> texts = new LinkedHashMap<>(given.texts());
    if (rollup) {
      texts.put("rollupKB11121541", "installed");
    }
    List<String> switches = new ArrayList<>(given.switches());
    if (childPrimary) {
      switches.add("allowChildPrimary");
    }
    return new SiteAccess(provider, texts, given.trust(), switches);
  }
}
