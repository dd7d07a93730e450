package dev.garrison.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Publication;
import dev.garrison.cli.Printed;
import dev.garrison.json.Json;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.SnapshotHead;
import dev.garrison.wsus.snapshot.SnapshotUpdate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CatalogAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private static CatalogListener to(PrintWriter out) {
    return CatalogAnswer.to(out);
  }

  private static SnapshotHead head(String server, Optional<Instant> synchronised) {
    return new SnapshotHead(
        SnapshotHead.FORMAT,
        server,
        new UUID(1, 2),
        "10.0.20348.1",
        synchronised,
        List.of("5005292"),
        3);
  }

  private static SnapshotUpdate update(long id, int revision, Publication publication) {
    return new SnapshotUpdate(
        new UUID(0, id),
        revision,
        List.of("5005292"),
        "Update for the sensor",
        NOW,
        publication,
        false,
        true);
  }

  @Test
  void theAnswerIsAsItWasPrintedBefore() {
    StringWriter text = new StringWriter();
    CatalogListener listener = to(new PrintWriter(text));
    listener.begin(head("a:8530", Optional.of(NOW)), head("b:8531", Optional.empty()));
    listener.differs(new CatalogDifference.Missing(update(1, 200, Publication.PUBLISHED)));
    listener.differs(new CatalogDifference.Additional(update(2, 201, Publication.IN_TESTING)));
    listener.differs(
        new CatalogDifference.Other(
            update(3, 201, Publication.PUBLISHED),
            update(3, 200, Publication.EXPIRED),
            List.of("revision 201, second 200", "published, second expired")));
    listener.end();
    Printed.asBefore(CatalogAnswerTest.class, "catalog-compare.json", text.toString());
  }

  @Test
  void withoutADifferenceTheListIsEmpty() {
    StringWriter text = new StringWriter();
    CatalogListener listener = to(new PrintWriter(text));
    listener.begin(head("a:8530", Optional.of(NOW)), head("b:8531", Optional.empty()));
    listener.end();
    Printed.asBefore(CatalogAnswerTest.class, "catalog-compare-alike.json", text.toString());
  }

  @Test
  void anExportNamesItsFileAndItsHead() {
    assertThat(
            new Json()
                .pretty(
                    ExportAnswer.of(Path.of("wsus.jsonl.gz"), head("a:8530", Optional.of(NOW)))))
        .isEqualTo(
            """
            {
              "catalog" : {
                "articles" : [
                  "5005292"
                ],
                "format" : "garrison.catalog/1",
                "server" : "a:8530",
                "serverId" : "00000000-0000-0001-0000-000000000002",
                "synchronised" : "2026-11-24T21:00:00Z",
                "updates" : 3,
                "wsus" : "10.0.20348.1"
              },
              "file" : "wsus.jsonl.gz",
              "format" : "garrison.catalog-export/1"
            }
            """);
  }

  @Test
  void eachDifferenceIsARow() {
    StringWriter text = new StringWriter();
    CatalogListener listener = new CatalogRows(new PrintWriter(text));
    listener.begin(head("a:8530", Optional.of(NOW)), head("b:8531", Optional.empty()));
    listener.differs(new CatalogDifference.Missing(update(1, 200, Publication.IN_TESTING)));
    listener.differs(
        new CatalogDifference.Other(
            update(3, 201, Publication.PUBLISHED),
            update(3, 200, Publication.EXPIRED),
            List.of("revision 201, second 200", "published, second expired")));
    assertThat(listener.end()).isTrue();
    assertThat(text.toString().lines())
        .containsExactly(
            "difference,update"
                + " id,revision,articles,title,created,publication,superseded,declined,how",
            "missing,00000000-0000-0000-0000-000000000001,200,5005292,Update for the"
                + " sensor,2026-11-24T21:00:00Z,in-testing,no,yes,",
            "other,00000000-0000-0000-0000-000000000003,201,5005292,Update for the"
                + " sensor,2026-11-24T21:00:00Z,published,no,yes,\"revision 201, second 200;"
                + " published, second expired\"");
  }
}
