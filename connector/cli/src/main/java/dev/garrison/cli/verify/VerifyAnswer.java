package dev.garrison.cli.verify;

import dev.garrison.cli.fleet.LiveCensusAnswer;
import dev.garrison.cli.view.ProblemAnswer;
import dev.garrison.engine.resource.Address;
import dev.garrison.fleet.compliance.ComplianceFinding;
import dev.garrison.fleet.compliance.ComplianceFinding.Outcome;
import dev.garrison.fleet.compliance.Deviation;
import dev.garrison.json.JsonForm;
import dev.garrison.session.Session.Verified;
import dev.garrison.state.PlanForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Result of a verification as JSON.
 *
 * @param drifted addresses of the objects that no longer match the manifest, sorted
 * @param neverApplied number of changes that were never applied
 * @param devices the result for servers, if they were compared too
 */
record VerifyAnswer(
    String format,
    boolean converged,
    List<ProblemAnswer> findings,
    List<String> drifted,
    long neverApplied,
    PlanForm plan,
    Optional<Devices> devices)
    implements JsonForm {
  private static final String FORMAT = "garrison.verify/1";

  /**
   * Number of servers by result.
   *
   * @param servers the servers that differ
   */
  record Devices(
      List<String> notes,
      Optional<LiveCensusAnswer> live,
      int asWanted,
      int differing,
      int noAnswer,
      int notDue,
      int leftOut,
      List<Differing> servers)
      implements JsonForm {
    private static Devices of(DeviceFindings findings) {
      List<Differing> differing = new ArrayList<>();
      findings.each(finding -> {
        if (finding.outcome() == Outcome.DIFFERS) {
          differing.add(Differing.of(finding));
        }
      });
      return new Devices(
          findings.standing().fleet().notes(),
          findings.standing().fleet().live().map(LiveCensusAnswer::of),
          findings.of(Outcome.AS_WANTED),
          findings.of(Outcome.DIFFERS),
          findings.of(Outcome.NO_ANSWER),
          findings.of(Outcome.NOT_DUE),
          findings.of(Outcome.LEFT_OUT),
          differing);
    }
  }

  record Differing(
      String name,
      long resourceId,
      String ring,
      String state,
      String remedy,
      List<Deviating> deviations)
      implements JsonForm {
    private static Differing of(ComplianceFinding finding) {
      return new Differing(
          finding.server().name(),
          finding.server().id(),
          finding.server().ring(),
          finding.verdict().state().word(),
          finding.verdict().remedy(),
          finding.deviations().stream().map(Deviating::of).toList());
    }
  }

  record Deviating(String what, String wanted, String is, String source, Optional<Instant> at)
      implements JsonForm {
    private static Deviating of(Deviation deviation) {
      return new Deviating(
          deviation.what().word(),
          deviation.wanted().toString(),
          deviation.is().toString(),
          deviation.source().toString(),
          deviation.at());
    }
  }

  static VerifyAnswer of(Verified verified, Optional<DeviceFindings> devices) {
    return new VerifyAnswer(
        FORMAT,
        verified.findings().isEmpty() && verified.plan().converged(),
        verified.findings().stream().map(ProblemAnswer::of).toList(),
        verified.drifted().stream().map(Address::toString).sorted().toList(),
        verified.neverApplied(),
        PlanForm.of(verified.plan()),
        devices.map(Devices::of));
  }
}
