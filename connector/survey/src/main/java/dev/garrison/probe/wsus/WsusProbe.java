package dev.garrison.probe.wsus;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.wsus.servers.NamedServers;
import dev.garrison.wsus.servers.WsusAccess;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the WSUS servers that a manifest names, from the name to the rules. It only reads: no
 * operation that writes is called.
 */
public final class WsusProbe {
  private final WsusAccess access;
  private final InstantSource clock;

  public WsusProbe(WsusAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /**
   * Makes all checks. Failures are in the result; nothing is thrown for them.
   *
   * @param only the name of one server, with its port or without; empty: all of the manifest
   * @throws RefusalException if the manifest names no server, or not this one
   */
  public ProbeResult run(Optional<String> only) {
    Manifest manifest = access.manifest();
    SiteNames names = new SiteNames();
    names.know(SiteNames.Kind.SITE, manifest.site().code());
    names.know(SiteNames.Kind.NAME, manifest.name());
    List<ProbeSection> sections = new ArrayList<>();
    for (WsusServer server : NamedServers.of(manifest, only)) {
      try (UpdateServerChecks checks = new UpdateServerChecks(access, server, names, clock)) {
        sections.add(new ProbeSection("WSUS", server.url().toString(), checks.run()));
      }
    }
    return new ProbeResult(
        manifest.name(), manifest.site().code(), clock.instant(), sections, names);
  }
}
