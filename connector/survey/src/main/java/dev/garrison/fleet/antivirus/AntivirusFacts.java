package dev.garrison.fleet.antivirus;

import dev.garrison.diagnostic.Worded;
import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.Optional;

/**
 * Antivirus of one server in the form of JSON answers.
 *
 * @param wanted mode that its ring wants
 * @param protectedBy what protects it today
 * @param products the same with the products' names
 * @param danger absent where none is known
 * @param notSeenRunning an antivirus that is installed and not seen running
 * @param sensorOnly a product that only detects
 * @param why the facts behind it in words
 */
public record AntivirusFacts(
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
  /**
   * A fact with its source and its age.
   *
   * @param at time for which the source says so; absent where it does not say
   */
  public record ToldFact(String value, String source, Optional<Instant> at) implements JsonForm {
    private static ToldFact of(String value, Told<?> told) {
      return new ToldFact(value, told.source().word(), told.at());
    }
  }

  /** Protection of a server after the plan. */
  public record AfterPlan(String protectedBy, String products, String why) implements JsonForm {
    private static AfterPlan of(PlannedProtection planned) {
      return new AfterPlan(planned.protector().word(), planned.products(), planned.why());
    }
  }

  static AntivirusFacts of(ServerAntivirus server) {
    AntivirusState today = server.today();
    Optional<Told<RunningMode>> mode = today.mode();
    return new AntivirusFacts(
        server.wanted().word(),
        today.protector().word(),
        today.protectedBy(),
        today.danger().map(Worded::word),
        mode.map(told -> ToldFact.of(told.value().word(), told)),
        today.realTime().map(told -> ToldFact.of(AntivirusWords.onOff(told.value()), told)),
        today.other().map(told -> ToldFact.of(told.value(), told)),
        today.idle(),
        today.sensor(),
        AntivirusWords.why(today).toString(),
        AfterPlan.of(server.after()));
  }
}
