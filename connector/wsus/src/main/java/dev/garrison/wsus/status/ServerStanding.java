package dev.garrison.wsus.status;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where one WSUS server stands. */
public sealed interface ServerStanding {
  /** As the manifest names it. */
  WsusServer server();

  /** Whether a person has to look. */
  boolean needsLook();

  /**
   * It answered.
   *
   * @param version of the server
   * @param synchronised when a synchronisation ended well last; empty where none did in a month
   * @param lines by family and channel
   * @param unread titles of updates of the sensor that do not tell family and version
   * @param leftOut why rows of the server were not understood and left alone
   * @param contradictions where its answers do not agree what is approved
   * @param neighbours updates that are only shown
   */
  record Reached(
      WsusServer server,
      String version,
      Optional<Instant> synchronised,
      List<LineStanding> lines,
      List<String> unread,
      List<String> leftOut,
      List<Diagnostic> contradictions,
      List<NeighbourStanding> neighbours)
      implements ServerStanding {
    public Reached {
      lines = List.copyOf(lines);
      unread = List.copyOf(unread);
      leftOut = List.copyOf(leftOut);
      contradictions = List.copyOf(contradictions);
      neighbours = List.copyOf(neighbours);
    }

    @Override
    public boolean needsLook() {
      return synchronised.isEmpty()
          || lines.isEmpty()
          || !unread.isEmpty()
          || !leftOut.isEmpty()
          || !contradictions.isEmpty()
          || lines.stream().anyMatch(LineStanding::needsLook)
          || lines.stream()
              .flatMap(line -> line.groups().stream())
              .anyMatch(GroupStanding::lacksApproval);
    }
  }

  /**
   * It did not.
   *
   * @param why at least one reason
   */
  record Unreachable(WsusServer server, List<Diagnostic> why) implements ServerStanding {
    public Unreachable {
      why = List.copyOf(why);
    }

    @Override
    public boolean needsLook() {
      return true;
    }
  }
}
