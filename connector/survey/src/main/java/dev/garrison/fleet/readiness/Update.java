package dev.garrison.fleet.readiness;

/**
 * Updates of Windows Server 2012 R2 that the agent needs, and the monthly rollup that holds them.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
 *     servers</a>
 * @see <a href="https://github.com/microsoft/mdefordownlevelserver">install.ps1, which checks what
 *     they bring</a>
 */
public enum Update {
  /** The Universal C Runtime. */
  KB2999226(1),
  KB3045999(2),
  /** The telemetry client. */
  KB3080149(4),
  /** The monthly rollup of October 2021. */
  KB5006714(8),
  /**
   * Without it a server is older than all of these: that inventory sends it shows that it sends
   * any.
   */
  KB2919355(16);

  private final int bit;

  Update(int bit) {
    this.bit = bit;
  }

  /** Its place in a set of bits. */
  public int bit() {
    return bit;
  }
}
