package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.ring.LeavingServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Refuses an entry that leaves open what becomes of the antivirus of its servers. Also refuses one
 * that strips them of every antivirus without saying so. Pure.
 */
record AntivirusAnswers(ManifestResult read, PassiveLeavers leavers) {
  private static final int MOST_NAMES = 5;

  List<Diagnostic> problems() {
    List<Diagnostic> problems = new ArrayList<>();
    unanswered().ifPresent(problems::add);
    withoutFeature().ifPresent(problems::add);
    unconfirmed().ifPresent(problems::add);
    return problems;
  }

  private String name() {
    return leavers.entry().name();
  }

  private String path(String key) {
    int index = read.manifest().offboard().indexOf(leavers.entry());
    return "offboard[" + index + "]" + key;
  }

  private Optional<Diagnostic> unanswered() {
    List<LeavingServer> passive = leavers.passive();
    if (leavers.isAnswered() || passive.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
            OffboardCode.OFFBOARD_ENDS_PASSIVE_MODE,
            read.where(path("")),
            "'offboard' entry '%s' ends passive mode, which works only on an onboarded server, where it is on: %s. Microsoft Defender Antivirus becomes active next to any other antivirus."
                .formatted(name(), shown(passive, leavers::known)),
            "Add 'afterOffboarding': keep-other accepts that, disable removes the feature of Defender, uninstall-agent removes the agent of 2012 R2 and 2016 as well."));
  }

  private Optional<Diagnostic> withoutFeature() {
    List<LeavingServer> old = leavers.withoutFeature();
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OffboardCode.OFFBOARD_FEATURE_MISSING,
                read.where(path(".afterOffboarding")),
                "'offboard' entry '%s' disables a feature that Windows Server 2012 R2 does not have, on %s."
                    .formatted(name(), shown(old, LeavingServer::name)),
                "Offboard these servers by an entry of their own with 'afterOffboarding: uninstall-agent'."));
  }

  private Optional<Diagnostic> unconfirmed() {
    List<LeavingServer> bare = leavers.unconfirmed();
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OffboardCode.OFFBOARD_LEAVES_UNPROTECTED,
                read.where(path("")),
                "'offboard' entry '%s' leaves %s without any antivirus."
                    .formatted(name(), shown(bare, LeavingServer::name)),
                "Keep their antivirus by another 'afterOffboarding', or confirm each server by name in 'withoutAntivirus'."));
  }

  private static String shown(List<LeavingServer> servers, Function<LeavingServer, String> words) {
    return servers.stream().limit(MOST_NAMES).map(words).collect(Collectors.joining(", "))
        + (servers.size() > MOST_NAMES
            ? " and %d more".formatted(servers.size() - MOST_NAMES)
            : "");
  }
}
