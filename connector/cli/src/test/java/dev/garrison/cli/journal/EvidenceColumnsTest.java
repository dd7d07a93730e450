package dev.garrison.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.evidence.Evidence;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class EvidenceColumnsTest {
  @Test
  void eachPartOfTheEvidenceHasItsRows() {
    Evidence evidence = SampleEvidence.november();
    StringWriter out = new StringWriter();
    EvidenceColumns.ALL.print(new PrintWriter(out), EvidenceColumns.rows(evidence)::forEach);
    assertThat(out.toString().lines())
        .containsExactly(
            "part,subject,result,detail,time,person,change,run,computer,account,plan,run ended",
            "ring,pilot,PASSED,\"servers 12, targeted 12, onboarded 12, in progress 0, failed 0, requirements not met 0, no status reported 0\",2026-12-01T08:00:00Z,,,,,,,",
            "exception,SQL07,ended,vendor forbids,2026-11-20,db team,CHG4,,,,,",
            "exception,SQL07,valid,vendor forbids,2026-11-20,db team,,,,,,",
            "change,collection/a,done,CREATE,2026-11-24T21:07:33Z,anna,CHG9,20261124T210733Z-1,adm01,CONTOSO\\svc-garrison,0123456789abcdef,yes",
            "change,server/d,unknown,RUN,2026-11-24T21:07:33Z,anna,CHG9,20261124T210733Z-1,adm01,CONTOSO\\svc-garrison,0123456789abcdef,yes",
            "change,,,nothing was written,2026-11-24T21:07:33Z,anna,,20261124T210733Z-1,adm01,CONTOSO\\svc-garrison,0123456789abcdef,no",
            "journal,chain,broken,\"2 runs, 41 entries, head 9f2ce1\",2026-12-01T08:00:00Z,,,,,,,",
            "journal,problem,broken,line 2 is edited,2026-12-01T08:00:00Z,,,,,,,");
  }
}
