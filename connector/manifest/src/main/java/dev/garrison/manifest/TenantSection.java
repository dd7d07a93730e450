package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import java.util.Optional;
import java.util.UUID;

/**
 * The Defender for Endpoint tenant that every server shall report to.
 *
 * @param orgId the organisation id, as in the onboarding package
 * @param geo where the tenant's data lies; absent: not checked
 */
public record TenantSection(UUID orgId, Optional<Geography> geo) {

  /**
   * Where Defender for Endpoint stores data (Microsoft Learn, "Microsoft Defender for Endpoint data
   * storage and privacy"); {@link #US_GOVERNMENT} stands for GCC, GCC High and DoD.
   */
  public enum Geography implements Worded {
    US("US"),
    EU("EU"),
    UK("UK"),
    AU("AU"),
    CH("CH"),
    IN("IN"),
    US_GOVERNMENT("US-GOV");

    private final String word;

    Geography(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }
}
