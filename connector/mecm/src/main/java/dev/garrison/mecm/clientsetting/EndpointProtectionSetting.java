package dev.garrison.mecm.clientsetting;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Client settings that install System Center Endpoint Protection (SCEP). On Windows Server 2012 R2
 * a setting that installs SCEP installs it again in the next maintenance window and replaces
 * Defender.
 *
 * @param installingScep names of client settings that install SCEP
 */
public record EndpointProtectionSetting(Set<String> installingScep) {
  /** The kind in addresses. */
  public static final String KIND = "client-setting";

  public EndpointProtectionSetting {
    installingScep = Collections.unmodifiableSortedSet(new TreeSet<>(installingScep));
  }

  /** No setting installs SCEP. */
  public static EndpointProtectionSetting withoutScep() {
    return new EndpointProtectionSetting(Set.of());
  }

  /** The address of the one such object on a site. */
  public static Address address() {
    return new Address(KIND, "Endpoint Protection without SCEP");
  }
}
