package dev.garrison.survey.sensor;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.decline.DeclineExaminer;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.sensor.SensorStock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/** Facts about one update server. */
public sealed interface UpdateServerFacts {
  WsusServer server();

  /**
   * Facts about a server that answered.
   *
   * @param version such as {@code 10.0.20348.1}
   * @param choices the current update, by family and channel that the manifest names
   * @param hides why the servers below it are unknown; empty where they are known, or were not
   *     asked for
   * @param ours keys of approvals that Garrison manages
   * @param counts by update, of those that may be in a rollout: number of computers of each group
   *     in each state
   * @param superseded superseded updates, with the reasons for or against declining them
   */
  record Known(
      WsusServer server,
      String version,
      ServerConfiguration configuration,
      List<ApprovalRule> rules,
      SensorStock stock,
      SortedMap<ReleaseLine, Choice> choices,
      Optional<Diagnostic> hides,
      Set<UUID> ours,
      Map<UUID, List<StateCount>> counts,
      List<DeclineExaminer.Examined> superseded)
      implements UpdateServerFacts {
    public Known {
      rules = List.copyOf(rules);
      ours = Set.copyOf(ours);
      counts = Map.copyOf(counts);
      superseded = List.copyOf(superseded);
    }

    /** Checks whether Garrison may approve on this server at all. */
    public boolean takesApprovals() {
      return server.owner() == WsusServer.Owner.WSUS && !configuration.isReplica();
    }
  }

  /**
   * Server that did not answer, or whose answer cannot be used.
   *
   * @param why the first reason
   */
  record Unknown(WsusServer server, Diagnostic why) implements UpdateServerFacts {}
}
