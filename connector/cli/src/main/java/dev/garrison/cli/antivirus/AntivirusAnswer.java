package dev.garrison.cli.antivirus;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.cli.fleet.LiveCensusAnswer;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.PlannedProtection;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.fleet.antivirus.Told;
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

  /**
   * A fact with its source and its age.
   *
   * @param at time for which the source says so; absent where it does not say
   */
  record Fact(String value, String source, Optional<Instant> at) implements JsonForm {
    private static Fact of(String value, Told<?> told) {
      return new Fact(value, told.source().word(), told.at());
    }
  }

  /** Protection of a server after the plan. */
  record After(String protectedBy, String products, String why) implements JsonForm {
    private static After of(PlannedProtection planned) {
      return new After(planned.protector().word(), planned.products(), planned.why());
    }
  }

  /**
   * One server.
   *
   * @param protectedBy what protects it today
   * @param products the same with the products' names
   * @param danger absent where none is known
   */
  record Line(
      String name,
      long resourceId,
      String ring,
      String wanted,
      String protectedBy,
      String products,
      Optional<String> danger,
      Optional<Fact> mode,
      Optional<Fact> realTimeProtection,
      Optional<Fact> otherAntivirus,
      Optional<String> notSeenRunning,
      Optional<String> sensorOnly,
      String why,
      After after)
      implements JsonForm {
    static Line of(AntivirusLine line) {
      AntivirusState today = line.today();
      Optional<Told<RunningMode>> mode = today.mode();
      return new Line(
          line.server().name(),
          line.server().id(),
          line.server().ring(),
          line.wanted().word(),
          today.protector().word(),
          today.protectedBy(),
          today.danger().map(Worded::word),
          mode.map(told -> Fact.of(told.value().word(), told)),
          today.realTime().map(told -> Fact.of(told.value() ? "on" : "off", told)),
          today.other().map(told -> Fact.of(told.value(), told)),
          today.idle(),
          today.sensor(),
          AntivirusWords.why(today),
          After.of(line.after()));
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
