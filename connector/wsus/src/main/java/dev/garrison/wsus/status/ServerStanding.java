package dev.garrison.wsus.status;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.SyncEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Status of one WSUS server. */
public sealed interface ServerStanding {
  /** Server as the manifest names it. */
  WsusServer server();

  /** Checks whether the server needs attention. */
  boolean needsLook();

  /**
   * Status of a server that answered.
   *
   * @param version of the server
   * @param upstream name of the server from which it synchronizes; empty for Microsoft Update
   * @param isReplica whether it takes its approvals from that server
   * @param synchronised time of the last successful synchronization; empty where there was none in
   *     a month
   * @param failed the latest synchronization, if it failed
   * @param lines by family and channel
   * @param unread titles of sensor updates whose family and version are unclear
   * @param leftOut reasons why rows of the server were not understood and left out
   * @param contradictions updates on whose approval its answers disagree
   * @param neighbours updates that are only shown
   */
  record Reached(
      WsusServer server,
      String version,
      Optional<String> upstream,
      boolean isReplica,
      Optional<Instant> synchronised,
      Optional<SyncEvent> failed,
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
          || failed.isPresent()
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
   * Status of a server that could not be read.
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
