package dev.garrison.manifest.operatingsystem;

/**
 * Parts of Defender that are built into a release of Windows Server. {@code md4ws.msi} installs the
 * rest.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/onboard-server">Onboard Windows
 *     servers to the Microsoft Defender for Endpoint service</a>
 */
public enum BuiltInDefender {
  NOTHING,
  ANTIVIRUS,
  ANTIVIRUS_AND_SENSOR
}
