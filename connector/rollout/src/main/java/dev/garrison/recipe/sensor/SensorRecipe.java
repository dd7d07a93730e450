package dev.garrison.recipe.sensor;

import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.Remark;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.Rollout;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.survey.sensor.UpdateServerFacts;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.updateserver.FailureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Computes the wanted approvals of sensor updates. Decided for all servers together, so that a ring
 * is one ring regardless of the servers to which its computers report.
 */
public final class SensorRecipe {
  private static final Set<DiagnosticCode> OUT_OF_REACH =
      Set.of(
          FailureKind.UNAVAILABLE,
          FailureKind.NOT_WSUS,
          FailureKind.TIMEOUT,
          FailureKind.SET_ASIDE);

  private final SensorUpdateSection section;
  private final ManifestResult read;
  private final Instant asOf;
  private final ZoneId zone;
  private final boolean blackout;

  /**
   * @param section the manifest's
   * @param zone the time zone for times of day and blackout days
   */
  public SensorRecipe(ManifestResult read, SensorUpdateSection section, Instant asOf, ZoneId zone) {
    this.read = read;
    this.section = section;
    this.asOf = asOf;
    this.zone = zone;
    this.blackout = read.manifest().blackedOut(LocalDate.ofInstant(asOf, zone));
  }

  /**
   * Part of an intent for the manifest's update servers.
   *
   * @param wanted the servers, and the objects wanted on them
   * @param remarks facts that a person should know before agreeing
   * @param pins decisions that a plan rests on
   * @param validUntil the time after which a deadline would be too near
   * @param warnings items that need attention, regardless of who planned; among the remarks too
   */
  public record Part(
      List<Wanted<?>> wanted,
      List<String> remarks,
      Map<String, String> pins,
      Optional<Instant> validUntil,
      List<Diagnostic> warnings) {
    public Part {
      wanted = List.copyOf(wanted);
      remarks = List.copyOf(remarks);
      pins = Map.copyOf(pins);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Computes the part for these servers.
   *
   * @throws RefusalException when the manifest's groups do not fit the servers
   */
  public Part part(List<UpdateServerFacts> survey) {
    List<Diagnostic> problems = new GroupFit(read, section).problems(survey);
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    List<Wanted<?>> wanted = new ArrayList<>(new ServerRecipe(section).wanted(survey));
    ApprovalRecipe approvals = new ApprovalRecipe(read.manifest(), section, asOf, zone);
    List<String> remarks = new ArrayList<>();
    Map<String, String> pins = new TreeMap<>();
    for (ReleaseLine line : section.releases()) {
      RingServers all = RingServers.of(section, survey, line);
      List<OnServer> servers = all.managed();
      ReleaseLineRollout rollout =
          new ReleaseLineRollout(
              line, section, all, new Rollout(asOf, blackout, "installed"), asOf);
      LineReport report = new LineReport(line, section, all, rollout);
      remarks.addAll(report.remarks());
      rollout
          .target()
          .ifPresent(target -> {
            pins.putAll(report.pins(target));
            servers.forEach(server -> wanted.addAll(approvals.wanted(server, target)));
          });
      servers.forEach(server -> wanted.addAll(approvals.takenBack(server)));
    }
    survey.forEach(facts -> ofServer(facts).stream().map(Remark::action).forEach(remarks::add));
    DeclineRecipe declines = new DeclineRecipe(section);
    DeclineBelow below = DeclineBelow.of(survey);
    for (UpdateServerFacts.Known known : managed(survey)) {
      wanted.addAll(declines.wanted(known, below));
      remarks.addAll(declines.remarks(known));
      rules(known).stream().map(Remark::action).forEach(remarks::add);
    }
    List<Diagnostic> warnings =
        new ArrayList<>(
            new Overlooked(section, asOf)
                .warnings(managed(survey).stream().map(Overlooked.Server::of).toList()));
    managed(survey)
        .forEach(known ->
            warnings.addAll(known.stock().contradictions().warnings(known.server().name())));
    warnings.forEach(
        warning -> remarks.add(Remark.action(warning.problem() + " " + warning.remedy())));
    return new Part(wanted, remarks, pins, approvals.validUntil(), warnings);
  }

  /** Remark on a server that cannot be read, hides servers, or is not in the manifest. */
  private List<String> ofServer(UpdateServerFacts facts) {
    boolean isNamed = read.manifest().wsus().servers().contains(facts.server());
    String name = facts.server().name();
    return switch (facts) {
      case UpdateServerFacts.Unknown(_, Diagnostic why) ->
          List.of(
              isNamed || !OUT_OF_REACH.contains(why.code())
                  ? why.problem() + " " + why.remedy()
                  : Text.of(
                          "sensor-remark.port-guessed",
                          "problem",
                          why.problem(),
                          "remedy",
                          why.remedy())
                      .toString());
      case UpdateServerFacts.Known known when known.hides().isPresent() ->
          List.of(known.hides().get().problem() + " " + known.hides().get().remedy());
      case UpdateServerFacts.Known known when !isNamed && !known.configuration().isReplica() ->
          List.of(Text.of("sensor-remark.not-named", "server", name).toString());
      case UpdateServerFacts.Known _ -> List.of();
    };
  }

  private static List<UpdateServerFacts.Known> managed(List<UpdateServerFacts> survey) {
    return survey.stream()
        .filter(UpdateServerFacts.Known.class::isInstance)
        .map(UpdateServerFacts.Known.class::cast)
        .filter(UpdateServerFacts.Known::takesApprovals)
        .toList();
  }

  /** Remarks on other rules that approve the product; their approvals are left to them. */
  private static List<String> rules(UpdateServerFacts.Known known) {
    return known.stock().product().stream()
        .flatMap(product ->
            known.rules().stream()
                .filter(ApprovalRule::isEnabled)
                .filter(rule -> rule.covers(product.product())))
        .map(rule ->
            Text.of("sensor-remark.rule", "rule", rule.name(), "server", known.server().name())
                .toString())
        .toList();
  }
}
