package dev.garrison.play;

import dev.garrison.trial.TrialManifest;
import java.util.List;

/**
 * A trial's manifest, rewritten for three rings and a workspace that is left, and later for servers
 * that leave.
 */
record PlayedManifest(TrialManifest manifest) {
  private static final String GATE = "gate: {onboarded: 85, failed: 10, reporting: 80, soak: 1d}";

  /**
   * Some servers leave; the package is in a file.
   *
   * @param withoutAntivirus those that may be left without any antivirus
   */
  void offboard(List<String> withoutAntivirus) {
    manifest.replace(
        "sampleSharing",
        """
        offboard:
          - name: leavers
            collection: Old servers
            package: packages/offboarding.cmd
            afterOffboarding: uninstall-agent
            withoutAntivirus: [%s]
            reason: CHG0042
        sampleSharing\
        """
            .formatted(String.join(", ", withoutAntivirus)));
  }

  /** Servers move to the client-setting route. */
  void move() {
    manifest.replace(
        "rollout: {removeWorkspace: %s}".formatted(CastServer.LEFT_WORKSPACE),
        "rollout: {method: client-setting, migrateRoute: true, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}");
  }

  /**
   * Writes the rings.
   *
   * @param moving whether the servers are such as may move to the client-setting route
   */
  void write(boolean moving) {
    if (moving) {
      manifest.replace("[2012R2, 2019, 2022]", "[2019, 2022]");
    }
    manifest.replace(
        "    antivirus: active\nsampleSharing",
        """
            antivirus: active
            requireMaintenanceWindow: false
            %1$s
          - name: main
            collections: [Main servers]
            maxDevices: 400
            deadline: "+2d 22:00"
            antivirus: active
            requireMaintenanceWindow: false
            %1$s
          - name: passive
            collections: [Servers with another antivirus]
            maxDevices: 400
            deadline: "+2d 22:00"
            antivirus: passive
            otherAntivirus: [{collection: Servers with another antivirus, product: Fabrikam Antivirus, service: FabrikamSvc, reason: trial, owner: trial, until: 2099-12-31}]
            requireMaintenanceWindow: false
            %3$s
        rollout: {removeWorkspace: %2$s}
        sampleSharing\
        """
            .formatted(GATE, CastServer.LEFT_WORKSPACE, GATE.replace("}", ", modeSample: 5}")));
    manifest.replace("    maxDevices: 25\n", "    maxDevices: 400\n");
  }
}
