package dev.garrison.payload.onboarding;

import dev.garrison.manifest.TenantSection.Geography;
import dev.garrison.payload.onboarding.blob.BlobStatement;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Storage locations of a server's data, derived from a package's host, data center and gateway.
 * Forms that were never observed give no location.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-endpoint/standard-device-connectivity-urls-commercial">Standard
 *     connectivity URLs</a>
 */
final class Geographies {
  private static final Pattern STREAMLINED =
      Pattern.compile(
          "https://[^/:@]+?\\.([a-z]+)\\.endpoint\\.security\\.microsoft\\.com(?:/.*)?");
  private static final Pattern GOVERNMENT =
      Pattern.compile("https://[^/:@]+\\.microsoft\\.us(?:/.*)?");
  private static final Pattern STANDARD =
      Pattern.compile("https://winatp-gw-([a-z]+)\\d*\\.microsoft\\.com(?:/.*)?");

  private Geographies() {}

  /** Each geography that the package points to: one, unless the package contradicts itself. */
  static Set<Geography> of(BlobStatement statement) {
    Set<Geography> found = EnumSet.noneOf(Geography.class);
    statement.gateway().flatMap(Geographies::ofGateway).ifPresent(found::add);
    statement.serviceUrl().flatMap(Geographies::ofUrl).ifPresent(found::add);
    statement.datacenter().flatMap(Geographies::ofDatacenter).ifPresent(found::add);
    return found;
  }

  /**
   * Reads a gateway. Streamlined packages write GW_ before the name; packages for standard
   * connectivity do not.
   */
  private static Optional<Geography> ofGateway(String gateway) {
    String name = gateway.toUpperCase(Locale.ROOT);
    return ofLabel(name.startsWith("GW_") ? name.substring("GW_".length()) : name);
  }

  private static Optional<Geography> ofLabel(String label) {
    return switch (label) {
      case "US" -> Optional.of(Geography.US);
      case "EU" -> Optional.of(Geography.EU);
      case "UK" -> Optional.of(Geography.UK);
      case "AU" -> Optional.of(Geography.AU);
      case "CH" -> Optional.of(Geography.CH);
      case "IN", "INA" -> Optional.of(Geography.IN);
      case "FFL4", "FFL4MOD" -> Optional.of(Geography.US_GOVERNMENT);
      default -> Optional.empty();
    };
  }

  private static Optional<Geography> ofUrl(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (GOVERNMENT.matcher(lower).matches()) {
      return Optional.of(Geography.US_GOVERNMENT);
    }
    Matcher streamlined = STREAMLINED.matcher(lower);
    if (streamlined.matches()) {
      return ofLabel(streamlined.group(1).toUpperCase(Locale.ROOT));
    }
    Matcher standard = STANDARD.matcher(lower);
    return standard.matches() ? ofRegion(standard.group(1)) : Optional.empty();
  }

  private static Optional<Geography> ofRegion(String region) {
    return switch (region) {
      case "cus", "eus", "wus", "scus", "ncus" -> Optional.of(Geography.US);
      case "weu", "neu" -> Optional.of(Geography.EU);
      case "uks", "ukw" -> Optional.of(Geography.UK);
      case "aus", "aue" -> Optional.of(Geography.AU);
      case "usgt", "usgv", "usmt", "usmv" -> Optional.of(Geography.US_GOVERNMENT);
      default -> Optional.empty();
    };
  }

  private static Optional<Geography> ofDatacenter(String datacenter) {
    String name = datacenter.toLowerCase(Locale.ROOT);
    if (name.startsWith("usgov") || name.startsWith("usdod") || name.startsWith("usmod")) {
      return Optional.of(Geography.US_GOVERNMENT);
    }
    if (name.startsWith("westeurope") || name.startsWith("northeurope")) {
      return Optional.of(Geography.EU);
    }
    if (name.startsWith("uksouth") || name.startsWith("ukwest")) {
      return Optional.of(Geography.UK);
    }
    if (name.startsWith("australia") || name.startsWith("southeastau")) {
      return Optional.of(Geography.AU);
    }
    if (name.startsWith("switzerland")) {
      return Optional.of(Geography.CH);
    }
    if (name.matches("(?:south|central|west)india.*")) {
      return Optional.of(Geography.IN);
    }
    return name.matches("(?:east|west|central|northcentral|southcentral|westcentral)us\\d*[a-z]?")
        ? Optional.of(Geography.US)
        : Optional.empty();
  }
}
