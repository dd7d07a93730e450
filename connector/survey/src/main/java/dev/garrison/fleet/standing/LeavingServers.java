package dev.garrison.fleet.standing;

import dev.garrison.fleet.Server;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.fleet.table.Leaving;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Servers that are in no ring because of {@code offboard}. */
public final class LeavingServers {
  private LeavingServers() {}

  /** Progress of a server that is in no ring because of {@code offboard}. */
  public enum Progress {
    /** The sensor reports that it is onboarded no longer. */
    OFFBOARDED("offboarded"),
    /** The sensor still reports that it is onboarded, or reports nothing. */
    LEAVING("being-offboarded"),
    /** The server itself reports that its sensor onboards again when it can. */
    ONBOARDING_PENDING("onboarding-pending"),
    /** The entry has no package: nothing offboards the server. */
    KEPT_OUT("kept-out");

    private final String word;

    Progress(String word) {
      this.word = word;
    }

    /** Name in answers to programs. */
    public String word() {
      return word;
    }
  }

  /** One of these servers. */
  public record LeavingServer(Server server, Leaving leaving) {
    /** Progress, by the last report of its sensor. */
    public Progress progress() {
      if (!leaving.offboards()) {
        return Progress.KEPT_OUT;
      }
      if (server.sensor().filter(sensor -> !sensor.isOnboarded()).isEmpty()) {
        return Progress.LEAVING;
      }
      return server.pending().isPresent() ? Progress.ONBOARDING_PENDING : Progress.OFFBOARDED;
    }

    /** Time of the last report of its sensor. */
    public Optional<Instant> reported() {
      return server.sensor().flatMap(sensor -> sensor.asked().or(server::inventoried));
    }
  }

  /** All of them, in the order of names. */
  public static List<LeavingServer> of(Fleet fleet) {
    return fleet.leaving().entrySet().stream()
        .map(entry -> new LeavingServer(fleet.server(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing(each -> each.server().name(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
