package dev.garrison.work;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Composes the summary of a run, which is recorded in English. */
public final class JobSummary {
  private final List<Text> clauses = new ArrayList<>();

  /** Adds a clause. */
  JobSummary add(Text clause) {
    clauses.add(clause);
    return this;
  }

  /** Adds a clause with a number, unless that is 0. */
  JobSummary counted(String key, long count) {
    return count == 0 ? this : add(Text.of(key, "count", count));
  }

  /** The summary of a run of the job {@code status}. */
  public static String ofStatus(int onboarded, int servers, int attention, int changed) {
    return Text.of(
            "job-summary.status",
            "onboarded",
            onboarded,
            "count",
            servers,
            "attention",
            attention,
            "changed",
            changed)
        .toString();
  }

  @Override
  public String toString() {
    return Text.listed(clauses).toString();
  }
}
