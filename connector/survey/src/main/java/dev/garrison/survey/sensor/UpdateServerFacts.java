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

/** What is known of one update server. */
public sealed interface UpdateServerFacts {
  WsusServer server();

  /**
   * It answered.
   *
   * @param version such as {@code 10.0.20348.1}
   * @param choices what is current, by family and channel that the manifest names
   * @param hides why nobody knows who is below it; empty where that is known, or not asked for
   * @param ours keys of approvals that are ours
   * @param counts by update, of those that may be in a rollout: how many computers of each group
   *     are in which state
   * @param superseded superseded updates, with what speaks for or against declining them
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

    /** Whether Garrison may approve here at all. */
    public boolean takesApprovals() {
      return server.owner() == WsusServer.Owner.WSUS && !configuration.isReplica();
    }
  }

  /**
   * It did not, or it answered in a way that nothing can be built on.
   *
   * @param why the first reason
   */
  record Unknown(WsusServer server, Diagnostic why) implements UpdateServerFacts {}
}
