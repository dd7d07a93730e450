package dev.garrison.cli.antivirus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.cli.fleet.LiveCensusAnswer;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.fleet.antivirus.AntivirusFacts.AfterPlan;
import dev.garrison.fleet.antivirus.AntivirusFacts.ToldFact;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.standing.AntivirusStanding;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The JSON answer of {@code garrison antivirus} without its servers, which follow one by one.
 *
 * @param tellsMode whether the site's inventory has the running mode
 * @param dangers number of servers in each danger, by its word
 * @param rings each with its name and its number of servers by what protects them
 */
record AntivirusAnswer(
    String format,
    String manifest,
    String site,
    Instant asOf,
    List<String> notes,
    boolean tellsMode,
    Optional<LiveCensusAnswer> live,
    ObjectNode dangers,
    List<ObjectNode> rings)
    implements JsonForm {
  private static final String FORMAT = "garrison.antivirus/1";

  /** One server with its {@link AntivirusFacts}. */
  record Line(
      String name,
      long resourceId,
      String ring,
      String wanted,
      String protectedBy,
      String products,
      Optional<String> danger,
      Optional<ToldFact> mode,
      Optional<ToldFact> realTimeProtection,
      Optional<ToldFact> otherAntivirus,
      Optional<String> notSeenRunning,
      Optional<String> sensorOnly,
      String why,
      AfterPlan after)
      implements JsonForm {
    static Line of(AntivirusLine line) {
      AntivirusFacts facts = line.antivirus().facts();
      return new Line(
          line.server().name(),
          line.server().id(),
          line.server().ring(),
          facts.wanted(),
          facts.protectedBy(),
          facts.products(),
          facts.danger(),
          facts.mode(),
          facts.realTimeProtection(),
          facts.otherAntivirus(),
          facts.notSeenRunning(),
          facts.sensorOnly(),
          facts.why(),
          facts.after());
    }
  }

  static AntivirusAnswer of(AntivirusStanding standing, AntivirusTally tally) {
    ObjectNode dangers = JsonNodeFactory.instance.objectNode();
    for (Danger danger : Danger.values()) {
      dangers.put(danger.word(), tally.of(danger));
    }
    return new AntivirusAnswer(
        FORMAT,
        standing.fleet().manifest(),
        standing.fleet().site(),
        standing.fleet().asOf(),
        standing.fleet().notes(),
        standing.tellsMode(),
        standing.fleet().live().map(LiveCensusAnswer::of),
        dangers,
        tally.rings().stream().map(ring -> ring(ring, tally)).toList());
  }

  private static ObjectNode ring(String ring, AntivirusTally tally) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("ring", ring).put("servers", tally.of(ring));
    for (Protector protector : Protector.values()) {
      line.put(protector.word(), tally.of(ring, protector));
    }
    return line;
  }
}
