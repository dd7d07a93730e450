package dev.garrison.cli.readiness;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.cli.fleet.ClientAnswer;
import dev.garrison.cli.fleet.LiveCensusAnswer;
import dev.garrison.cli.fleet.LiveServerAnswer;
import dev.garrison.cli.fleet.SensorAnswer;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.readiness.Finding;
import dev.garrison.fleet.readiness.Readiness.State;
import dev.garrison.fleet.readiness.ReadinessTally;
import dev.garrison.fleet.standing.ReadinessStanding;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON answer of {@code garrison prerequisites} without its servers, which follow one by one.
 *
 * @param notVisible what could not be seen of the site
 * @param rings each with its name, its number of servers, and that of each state by its word
 */
record ReadinessAnswer(
    String format,
    String manifest,
    String site,
    Instant asOf,
    String route,
    List<String> notes,
    List<String> notVisible,
    Optional<LiveCensusAnswer> live,
    List<ObjectNode> rings)
    implements JsonForm {
  private static final String FORMAT = "garrison.prerequisites/1";

  /**
   * One server.
   *
   * @param facts in words, by what they are about
   */
  record Line(
      String name,
      long resourceId,
      String ring,
      String state,
      List<Found> findings,
      String operatingSystem,
      Optional<ClientAnswer> client,
      Optional<SensorAnswer> sensor,
      SortedMap<String, String> facts,
      boolean askedLive,
      Optional<LiveServerAnswer> live)
      implements JsonForm {
    static Line of(ReadinessLine line) {
      Server server = line.server();
      return new Line(
          server.name(),
          server.id(),
          server.ring(),
          line.readiness().state().word(),
          line.readiness().findings().stream().map(Found::of).toList(),
          server.system(),
          server.presence().map(ClientAnswer::of),
          server.sensor().map(SensorAnswer::of),
          inEnglish(FactWords.of(line.facts())),
          server.asked(),
          server.live().map(LiveServerAnswer::of));
    }

    private static SortedMap<String, String> inEnglish(Map<String, Text> facts) {
      SortedMap<String, String> words = new TreeMap<>();
      facts.forEach((name, fact) -> words.put(name, fact.toString()));
      return words;
    }
  }

  record Found(String what, String level, String why, String remedy) implements JsonForm {
    private static Found of(Finding finding) {
      return new Found(
          finding.what().word(), finding.level().word(), finding.why(), finding.remedy());
    }
  }

  static ReadinessAnswer of(ReadinessStanding standing, ReadinessTally tally) {
    return new ReadinessAnswer(
        FORMAT,
        standing.fleet().manifest(),
        standing.fleet().site(),
        standing.fleet().asOf(),
        standing.route(),
        standing.fleet().notes(),
        standing.unseen(),
        standing.fleet().live().map(LiveCensusAnswer::of),
        tally.rings().stream().map(ring -> ring(ring, tally)).toList());
  }

  private static ObjectNode ring(String ring, ReadinessTally tally) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("ring", ring).put("servers", tally.of(ring));
    for (State state : State.values()) {
      line.put(state.word(), tally.of(ring, state));
    }
    return line;
  }
}
