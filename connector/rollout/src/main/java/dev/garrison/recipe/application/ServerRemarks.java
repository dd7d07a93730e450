package dev.garrison.recipe.application;

import dev.garrison.engine.plan.Remark;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.ProxyServers;
import dev.garrison.recipe.ring.AntivirusModes;
import dev.garrison.recipe.ring.RingSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Remarks on effects on servers, for a person to read while the plan can still be changed.
 *
 * @param modes of the same manifest
 * @param settings likewise
 * @param restarts whether install.ps1 may restart servers of 2012 R2 and 2016 by itself
 */
public record ServerRemarks(
    Manifest manifest, AntivirusModes modes, RingSettings settings, boolean restarts) {
  /** Remarks for all rings. */
  public List<String> forAll() {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        switch (manifest.sampleSharing()) {
          case NONE -> Text.of("plan-remark.samples-off").toString();
          case ALL -> Text.of("plan-remark.samples-all").toString();
        });
    manifest
        .rollout()
        .removeWorkspace()
        .ifPresent(workspace ->
            remarks.add(Text.of("plan-remark.workspace", "workspace", workspace).toString()));
    return remarks;
  }

  /**
   * Remarks for one ring.
   *
   * @param members number of its servers
   */
  public List<String> forRing(Ring ring, int members) {
    List<String> remarks =
        new ArrayList<>(
            switch (ring.antivirus()) {
              case ACTIVE -> active(ring, members);
              case PASSIVE -> passive(ring);
            });
    ring.proxy().ifPresent(proxy -> remarks.add(proxies("plan-remark.proxies", ring, proxy)));
    if (restarts
        && manifest.operatingSystems().stream().anyMatch(OperatingSystem::needsInstaller)) {
      remarks.add(Text.of("plan-remark.may-restart", "ring", ring.name()).toString());
    }
    if (modes.opened(ring) && !settings.deployments(ring).stream().allMatch(settings::isThere)) {
      remarks.add(Text.of("plan-remark.settings-deployed", "ring", ring.name()).toString());
    }
    return remarks;
  }

  /** Remarks on a ring's mode and proxies if a policy onboards its servers. */
  public List<String> besidePolicy(Ring ring) {
    List<String> remarks =
        new ArrayList<>(
            switch (ring.antivirus()) {
              case ACTIVE -> leavesPassive(ring) ? List.of(leaving(ring)) : List.of();
              case PASSIVE -> passive(ring);
            });
    ring.proxy()
        .ifPresent(proxy -> remarks.add(proxies("plan-remark.proxies-policy", ring, proxy)));
    return remarks;
  }

  private boolean leavesPassive(Ring ring) {
    return modes.deployed(ring, Ring.Antivirus.PASSIVE);
  }

  private static String leaving(Ring ring) {
    return Remark.action(Text.of("plan-remark.leaves-passive", "ring", ring.name()).toString());
  }

  private List<String> active(Ring ring, int members) {
    if (leavesPassive(ring)) {
      return List.of(leaving(ring));
    }
    List<String> remarks = new ArrayList<>();
    if (!modes.opened(ring)) {
      remarks.add(
          Text.of("plan-remark.antivirus-on", "ring", ring.name(), "count", members).toString());
    }
    remarks.add(Text.of("plan-remark.antivirus-checked", "ring", ring.name()).toString());
    return remarks;
  }

  private List<String> passive(Ring ring) {
    if (modes.opened(ring) && !modes.deployed(ring, Ring.Antivirus.PASSIVE)) {
      return List.of(
          Remark.action(Text.of("plan-remark.becomes-passive", "ring", ring.name()).toString()));
    }
    return List.of(
        Text.of("plan-remark.passive-first", "ring", ring.name()).toString(),
        Text.of("plan-remark.exclusions", "ring", ring.name()).toString());
  }

  private static String proxies(String key, Ring ring, ProxyServers proxy) {
    List<Text> parts = new ArrayList<>();
    proxy
        .sensor()
        .ifPresent(server -> parts.add(Text.of("plan-remark.sensor-proxy", "server", server)));
    proxy
        .antivirus()
        .ifPresent(server -> parts.add(Text.of("plan-remark.antivirus-proxy", "server", server)));
    return Text.of(key, "ring", ring.name(), "proxies", parts).toString();
  }
}
