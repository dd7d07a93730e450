package dev.garrison.recipe.offboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.ring.LeavingServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
            Message.of(
                "offboard-antivirus.unanswered",
                "entry",
                name(),
                "servers",
                shown(passive, leavers::known))));
  }

  private Optional<Diagnostic> withoutFeature() {
    List<LeavingServer> old = leavers.withoutFeature();
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OffboardCode.OFFBOARD_FEATURE_MISSING,
                read.where(path(".afterOffboarding")),
                Message.of(
                    "offboard-antivirus.no-feature",
                    "entry",
                    name(),
                    "servers",
                    shown(old, LeavingServer::name))));
  }

  private Optional<Diagnostic> unconfirmed() {
    List<LeavingServer> bare = leavers.unconfirmed();
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OffboardCode.OFFBOARD_LEAVES_UNPROTECTED,
                read.where(path("")),
                Message.of(
                    "offboard-antivirus.unprotected",
                    "entry",
                    name(),
                    "servers",
                    shown(bare, LeavingServer::name))));
  }

  private static Object shown(List<LeavingServer> servers, Function<LeavingServer, ?> words) {
    List<?> shown = servers.stream().limit(MOST_NAMES).map(words).toList();
    return servers.size() > MOST_NAMES
        ? Text.of("offboard-antivirus.more", "servers", shown, "count", servers.size() - MOST_NAMES)
        : shown;
  }
}
