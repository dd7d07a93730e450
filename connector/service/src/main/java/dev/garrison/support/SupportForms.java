package dev.garrison.support;

import dev.garrison.json.JsonForm;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.state.JournalFolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The forms of files in a bundle, each with the name and number of its format. */
final class SupportForms {
  private SupportForms() {}

  /** The format of a file with this name, without its extension. */
  static String format(String file) {
    return "garrison-support-" + file + "/1";
  }

  /** The jobs, as the API shows them. */
  record Jobs(String format, List<ApiAnswers.Job> jobs) implements JsonForm {
    static Jobs of(ApiAnswers.Jobs jobs) {
      return new Jobs(SupportForms.format("jobs"), jobs.jobs());
    }
  }

  /** The newest runs, as the API shows them. */
  record Runs(String format, List<ApiAnswers.Run> runs, Optional<Long> next) implements JsonForm {
    static Runs of(ApiAnswers.Runs runs) {
      return new Runs(SupportForms.format("runs"), runs.runs(), runs.next());
    }
  }

  /** The rings, as the API shows them. */
  record Rings(String format, Optional<Instant> observed, List<ApiAnswers.Ring> rings)
      implements JsonForm {
    static Rings of(ApiAnswers.Rings rings) {
      return new Rings(SupportForms.format("rings"), rings.observed(), rings.rings());
    }
  }

  /** The status of all servers, as the API shows it. */
  record Status(
      String format,
      String manifest,
      String site,
      Optional<Instant> observed,
      int servers,
      List<ApiAnswers.StateCount> states,
      List<ApiAnswers.Share> rings,
      List<ApiAnswers.Share> systems)
      implements JsonForm {
    static Status of(ApiAnswers.Status status) {
      return new Status(
          SupportForms.format("status"),
          status.manifest(),
          status.site(),
          status.observed(),
          status.servers(),
          status.states(),
          status.rings(),
          status.systems());
    }
  }

  /** The journals, each with the result of its check. */
  record Journals(String format, List<Journal> journals) implements JsonForm {
    static Journals of(List<Journal> journals) {
      return new Journals(SupportForms.format("journal"), journals);
    }
  }

  /** One journal. */
  record Journal(String site, boolean whole, Verdict verdict) implements JsonForm {
    static Journal of(String site, JournalFolder.Verdict verdict) {
      return new Journal(site, verdict.problems().isEmpty(), Verdict.of(verdict));
    }
  }

  /**
   * Result of the check of a journal's chain.
   *
   * @param torn names of runs whose last line was cut off
   * @param unknown parts that a later version of Garrison wrote
   */
  record Verdict(
      int runs,
      int entries,
      String head,
      List<String> problems,
      List<String> torn,
      List<String> unknown)
      implements JsonForm {
    static Verdict of(JournalFolder.Verdict verdict) {
      return new Verdict(
          verdict.runs(),
          verdict.entries(),
          verdict.head(),
          verdict.problems(),
          verdict.torn(),
          verdict.unknown());
    }
  }
}
