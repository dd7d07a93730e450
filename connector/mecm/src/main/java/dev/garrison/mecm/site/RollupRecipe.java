package dev.garrison.mecm.site;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether KB11121541 is installed. No public source gives the update's own identifier, and
 * it probably leaves the site's version at 5.00.9058.1000, so this is inferred from documented
 * facts: names hold KB numbers, KB12636660 requires KB11121541, and the rollup brings client
 * 5.00.9058.1043 (<a
 * href="https://learn.microsoft.com/intune/configmgr/hotfix/2107/11121541">KB11121541</a>).
 */
final class RollupRecipe {
  static final SiteVersion CLIENT_OF_ROLLUP = new SiteVersion(5, 0, 9058, 1043);
  private static final List<String> NUMBERS = List.of("11121541", "12636660");

  private RollupRecipe() {}

  /**
   * @param current SMS_CM_UpdatePackages, empty if it could not be read
   * @param history SMS_CM_UpdatePackagesHistory, likewise; superseded updates remain only there
   */
  static RollupState decide(
      Optional<List<UpdatePackage>> current, Optional<List<UpdatePackage>> history) {
    List<UpdatePackage> rows =
        List.of(current, history).stream()
            .flatMap(Optional::stream)
            .flatMap(Collection::stream)
            .toList();
    if (rows.stream().anyMatch(row -> row.isInstalled() && proves(row))) {
      return RollupState.INSTALLED;
    }
    // A 2107 site came there by an update, so no rows at all means that rows are hidden.
    boolean complete = current.isPresent() && history.isPresent() && !rows.isEmpty();
    return complete ? RollupState.ABSENT : RollupState.UNKNOWN;
  }

  private static boolean proves(UpdatePackage row) {
    return NUMBERS.stream().anyMatch(row.name()::contains)
        || row.clientVersion()
            .filter(version -> version.build() == CLIENT_OF_ROLLUP.build())
            .filter(version -> version.compareTo(CLIENT_OF_ROLLUP) >= 0)
            .isPresent();
  }
}
