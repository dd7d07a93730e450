package dev.garrison.lab.device;

/**
 * State in which Microsoft Defender Antivirus is on a server.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility">
 *     Microsoft Defender Antivirus compatibility with other security products</a>
 */
public enum DefenderMode {
  /** Not installed: the feature is missing, or 2012 R2 has no agent. */
  ABSENT,
  /** Turned off by a policy. */
  OFF,
  /** Active. */
  ACTIVE,
  /** Passive: no real-time protection. */
  PASSIVE
}
