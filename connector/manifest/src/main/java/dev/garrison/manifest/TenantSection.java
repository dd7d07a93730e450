package dev.garrison.manifest;

import dev.garrison.diagnostic.Worded;
import java.util.Optional;
import java.util.UUID;

/**
 * Defender for Endpoint tenant that every server must report to.
 *
 * @param orgId the organization ID, as in the onboarding package
 * @param geo the storage location of the tenant's data; absent: not checked
 */
public record TenantSection(UUID orgId, Optional<Geography> geo) {

  /**
   * Location in which Defender for Endpoint stores data.
   *
   * <p>{@link #US_GOVERNMENT} means GCC, GCC High and DoD. Source: Microsoft Learn, "Microsoft
   * Defender for Endpoint data storage and privacy".
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
