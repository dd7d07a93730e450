package dev.garrison.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.json.Json;
import dev.garrison.trial.TrialProbe.Ended;
import dev.garrison.trial.TrialWsus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues of stand-in servers, written and compared. */
final class CatalogCommandIT {
  private static final String UPSTREAM = "wsus01.lab.example";
  private static final String DOWNSTREAM = "wsus02.lab.example";

  @TempDir private Path folder;
  private TrialWsus trial;
  private String file;

  @BeforeEach
  void start() {
    trial = new TrialWsus(folder);
    file = folder.resolve("catalog.jsonl.gz").toString();
  }

  @AfterEach
  void onlyReadsAndOnlyAsTheContractSays() {
    trial
        .lab()
        .updateServers()
        .all()
        .forEach(server -> {
          assertThat(server.calls().writes()).isEmpty();
          assertThat(server.calls().violations()).isEmpty();
        });
    trial.close();
  }

  private String name(String server) {
    return trial.server(server).url().getAuthority();
  }

  private Ended export(String server, String... more) {
    String[] words = {"export", "--server", name(server), "--out", file};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return trial.catalog(all);
  }

  private Ended compareWith(String server, String... more) {
    String[] words = {"compare", file, "--server", name(server)};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return trial.catalog(all);
  }

  private UUID newest() {
    return trial.lab().updateServers().release("", "10.8900.26100.1001", "");
  }

  @Test
  void theSensorsUpdatesAreWritten() {
    Ended ended = export(UPSTREAM);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("%s: 9 updates of KB5005292 written.%n".formatted(file));
  }

  @Test
  void theNeighboursComeWhereTheyAreAskedFor() {
    assertThat(export(UPSTREAM, "--neighbors").out())
        .endsWith("11 updates of KB2267602, KB4052623, KB5005292 written.%n".formatted());
    assertThat(compareWith(UPSTREAM).code()).isZero();
  }

  @Test
  void aServerDoesNotDifferFromItsOwnFile() {
    export(UPSTREAM);
    Ended ended = compareWith(UPSTREAM);
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).endsWith("  No differences.%n".formatted());
  }

  @Test
  void aServerBelowHasTheSame() {
    export(UPSTREAM);
    Ended ended = compareWith(DOWNSTREAM);
    assertThat(ended.code()).as(ended.out()).isZero();
  }

  @Test
  void aServerThatSynchronisedSinceHasMore() {
    export(UPSTREAM);
    UUID id = newest();
    trial.server(UPSTREAM).inConsole(all -> all.synchronisation().receive());
    Ended ended = compareWith(UPSTREAM);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out())
        .contains(
            "  additional  Update for Microsoft Defender for Endpoint - KB5005292 (Version"
                + " 10.8900.26100.1001)",
            new UpdateIdentity(id, 200).toString(),
            "Missing in the second: 0. Additional in the second: 1.");
  }

  @Test
  void whatSomebodyDeclinedSinceIsInAnotherState() {
    export(UPSTREAM);
    trial
        .server(UPSTREAM)
        .inConsole(all ->
            all.state().holdings().updates().stream()
                .filter(update -> update.latest().revision().kbArticles().contains("5005292"))
                .findFirst()
                .orElseThrow()
                .declined(true));
    Ended ended = compareWith(UPSTREAM, "--json");
    assertThat(ended.code()).isEqualTo(2);
    JsonNode root = new Json().parse(ended.out());
    assertThat(root.path("format").asText()).isEqualTo("garrison.catalog-compare/1");
    assertThat(root.path("differences").get(0).path("kind").asText()).isEqualTo("other");
    assertThat(root.path("differences").get(0).path("how").get(0).asText())
        .isEqualTo("not declined, second is");
  }

  @Test
  void twoFilesAreComparedWithoutAServer() {
    export(UPSTREAM);
    Ended ended = trial.catalog("compare", file, file);
    assertThat(ended.code()).isZero();
  }

  @Test
  void nothingIsOverwritten() {
    export(UPSTREAM);
    Ended again = export(UPSTREAM);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .contains("wasn't written because the file already exists.", "[GAR-0988]");
  }

  @Test
  void aSecondIsNeededAndOnlyOne() {
    export(UPSTREAM);
    assertThat(trial.catalog("compare", file).code()).isEqualTo(64);
    assertThat(compareWith(UPSTREAM, file).code()).isEqualTo(64);
  }

  @Test
  void whatIsNoSnapshotIsRefused() {
    Ended ended = trial.catalog("compare", folder.resolve("garrison.yaml").toString(), file);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("[GAR-0987]", "Export the catalog again with \"garrison catalog export\"");
  }
}
