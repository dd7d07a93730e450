package dev.garrison.fleet.readiness;

/**
 * Updates of Windows Server 2012 R2 that the agent needs, and the monthly rollup that contains
 * them.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
 *     servers</a>
 * @see <a href="https://github.com/microsoft/mdefordownlevelserver">install.ps1, which checks their
 *     effects</a>
 */
public enum Update {
  /** Universal C Runtime. */
  KB2999226,
  KB3045999,
  /** Telemetry client. */
  KB3080149,
  /** Monthly rollup of October 2021. */
  KB5006714,
  /**
   * Older than all the other updates; its row shows that inventory sends updates at all. A server
   * without it is older than all of them.
   */
  KB2919355
}
