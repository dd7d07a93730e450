package dev.garrison.cli.journal;

import dev.garrison.cli.view.RingAnswer;
import dev.garrison.evidence.AuditedRun;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.LeftOut;
import dev.garrison.evidence.Period;
import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.manifest.Exemption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evidence for an auditor, as JSON. */
record EvidenceAnswer(String format, Whole evidence) implements JsonForm {
  private static final String FORMAT = "garrison.evidence/1";

  record Whole(
      String manifest,
      String site,
      Days period,
      Instant made,
      List<RingAnswer> rings,
      List<Excepted> exceptions,
      List<Changing> runs,
      Chain chain)
      implements JsonForm {
    private static Whole of(Evidence evidence) {
      return new Whole(
          evidence.manifest(),
          evidence.site(),
          Days.of(evidence.period()),
          evidence.made(),
          evidence.rings().stream().map(RingAnswer::of).toList(),
          evidence.exceptions().stream().map(Excepted::of).toList(),
          evidence.runs().stream().map(Changing::of).toList(),
          Chain.of(evidence.chain()));
    }
  }

  /**
   * Period of the evidence.
   *
   * @param from the first day, such as {@code 2026-11-01}
   * @param to the last day, in the same form
   */
  record Days(String from, String to, String zone) implements JsonForm {
    private static Days of(Period period) {
      return new Days(period.from().toString(), period.to().toString(), period.zone().getId());
    }
  }

  record Excepted(Exempted exception, boolean ended) implements JsonForm {
    private static Excepted of(LeftOut left) {
      return new Excepted(Exempted.of(left.exception()), left.ended());
    }
  }

  /**
   * Entry of {@code exceptions}.
   *
   * @param until the last day
   */
  record Exempted(String server, String reason, Optional<String> ticket, String owner, String until)
      implements JsonForm {
    private static Exempted of(Exemption exemption) {
      return new Exempted(
          exemption.server(),
          exemption.reason(),
          exemption.ticket(),
          exemption.owner(),
          exemption.until().toString());
    }
  }

  /** Run that has a journal. */
  record Changing(
      String run,
      Instant at,
      String osUser,
      String host,
      String identity,
      Optional<String> changeId,
      String manifestDigest,
      String planDigest,
      List<Write> writes,
      @OmittedWhenEmpty Optional<List<Offboarded>> offboarded,
      boolean ended)
      implements JsonForm {
    private static Changing of(AuditedRun run) {
      return new Changing(
          run.run(),
          run.at(),
          run.osUser(),
          run.host(),
          run.identity(),
          run.changeId(),
          run.manifestDigest(),
          run.planDigest(),
          run.writes().stream().map(Write::of).toList(),
          Optional.of(run.offboarded().stream().map(Offboarded::of).toList())
              .filter(servers -> !servers.isEmpty()),
          run.ended());
    }
  }

  record Write(String action, String address, String result) implements JsonForm {
    private static Write of(AuditedRun.Write write) {
      return new Write(write.action(), write.address(), write.result());
    }
  }

  /** Server that was handed over to offboarding. */
  record Offboarded(String server, String entry) implements JsonForm {
    private static Offboarded of(AuditedRun.Offboarded offboarded) {
      return new Offboarded(offboarded.server(), offboarded.entry());
    }
  }

  record Chain(int runs, int entries, String head, List<String> problems) implements JsonForm {
    private static Chain of(Evidence.Chain chain) {
      return new Chain(chain.runs(), chain.entries(), chain.head(), chain.problems());
    }
  }

  static EvidenceAnswer of(Evidence evidence) {
    return new EvidenceAnswer(FORMAT, Whole.of(evidence));
  }
}
