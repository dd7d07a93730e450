package dev.garrison.recipe.application;

import dev.garrison.engine.plan.Remark;
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
          case NONE ->
              "sample sharing: off (AllowSampleCollection = 0); what the antivirus submits is not changed by it";
          case ALL -> "sample sharing: servers may send suspicious files to Microsoft";
        });
    manifest
        .rollout()
        .removeWorkspace()
        .ifPresent(workspace ->
            remarks.add(
                "workspace %s is removed from the Microsoft Monitoring Agent of a 2012 R2 or 2016 server once its onboarding is proven, and no other"
                    .formatted(workspace)));
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
    ring.proxy().ifPresent(proxy -> remarks.add(proxies(ring, proxy)));
    if (restarts
        && manifest.operatingSystems().stream().anyMatch(OperatingSystem::needsInstaller)) {
      remarks.add(
          "ring %s: a restart of its 2012 R2 and 2016 servers cannot be excluded, because install.ps1 calls msiexec in an unknown way"
              .formatted(ring.name()));
    }
    if (modes.opened(ring) && !settings.deployments(ring).stream().allMatch(settings::isThere)) {
      remarks.add(
          "ring %s: sample sharing and proxies reach its servers that are onboarded already by deployments of their own, due as if the ring opened now"
              .formatted(ring.name()));
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
        .ifPresent(proxy ->
            remarks.add(
                proxies(ring, proxy)
                    + "; nothing orders them before the policy, so a sensor that needs its proxy waits for it"));
    return remarks;
  }

  private boolean leavesPassive(Ring ring) {
    return modes.deployed(ring, Ring.Antivirus.PASSIVE);
  }

  private static String leaving(Ring ring) {
    return Remark.action(
        "ring %s leaves passive mode: remove the other antivirus first. Some versions of Windows do so after a restart only"
            .formatted(ring.name()));
  }

  private List<String> active(Ring ring, int members) {
    if (leavesPassive(ring)) {
      return List.of(leaving(ring));
    }
    List<String> remarks = new ArrayList<>();
    if (!modes.opened(ring)) {
      remarks.add(
          "ring %s: Microsoft Defender Antivirus is turned on, on %d servers at most. Under tamper protection it stays on, whatever a later 'antivirus: passive' says"
              .formatted(ring.name(), members));
    }
    remarks.add(
        "ring %s: another antivirus is looked for on each server before anything is changed there, not here; a server with one is refused"
            .formatted(ring.name()));
    return remarks;
  }

  private List<String> passive(Ring ring) {
    if (modes.opened(ring) && !modes.deployed(ring, Ring.Antivirus.PASSIVE)) {
      return List.of(
          Remark.action(
              "ring %s becomes passive: under tamper protection its servers that are onboarded stay active, whatever the registry says. Turn it off for them first, and look at AMRunningMode afterwards"
                  .formatted(ring.name())));
    }
    return List.of(
        "ring %s: Microsoft Defender Antivirus is told to be passive before onboarding; under tamper protection a server that is onboarded and active already stays active"
            .formatted(ring.name()),
        "ring %s: docs/antivirus-exclusions.md is for whoever runs its other antivirus"
            .formatted(ring.name()));
  }

  private static String proxies(Ring ring, ProxyServers proxy) {
    List<String> parts = new ArrayList<>();
    proxy.sensor().ifPresent(server -> parts.add("the sensor's proxy is " + server));
    proxy.antivirus().ifPresent(server -> parts.add("the antivirus's proxy is " + server));
    return "ring %s: %s, on servers that are onboarded already too"
        .formatted(ring.name(), String.join(", ", parts));
  }
}
