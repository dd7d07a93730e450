package dev.garrison.manifest.value;

import java.util.Optional;

/**
 * Static proxies for the traffic of Defender for Endpoint.
 *
 * <p>Sensor and antivirus have separate settings; at least one of them is present.
 *
 * @param sensor {@code host:port}, for the value TelemetryProxyServer
 * @param antivirus {@code http://host:port}, for the value ProxyServer of the antivirus
 * @see <a href="https://learn.microsoft.com/defender-endpoint/configure-proxy-internet">Configure
 *     your devices to connect using a proxy</a>
 */
public record ProxyServers(Optional<String> sensor, Optional<String> antivirus) {
  public ProxyServers {
    if (sensor.isEmpty() && antivirus.isEmpty()) {
      throw new IllegalArgumentException("no proxy is named");
    }
  }
}
