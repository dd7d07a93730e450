package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.json.Recorded;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.Before;
import dev.garrison.state.JournalFile;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.JournalFolder.Verdict;
import dev.garrison.state.PlanFiles;
import dev.garrison.state.Run;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The state folder that the last version left behind whose formats had no names: the runs of its
 * demonstration, and a plan that waited in it. The files are never made anew.
 */
final class EarlierJournalsTest {
  private static final Path KEPT =
      Path.of(
          System.getProperty("repository.root"), "connector/cli/src/test/resources/recorded/first");
  private static final String SITE = "PS1";

  @TempDir private Path folder;

  private final Json json = new Json();

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(KEPT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(KEPT.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private JournalFolder journals() {
    return new JournalFolder(json, new StateFolder(folder), SITE);
  }

  private Stream<JournalEntry> entries() {
    JournalFolder journals = journals();
    return journals.runs().stream().flatMap(run -> journals.entries(run).stream());
  }

  private <S extends Record> Recorded<S> state(ResourceType<S> kind, JournalEntry.Seen seen) {
    return seen.state(json, kind.kind().form()).orElseThrow();
  }

  @Test
  void theChainIsWhole() {
    assertThat(journals().verify())
        .isEqualTo(
            new Verdict(
                3,
                56,
                "ac4a75a8ec22b4e499d3b895e7eefacdcb06a852cc9b6b3659bd156bc7e183a0",
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void everyStateIsOneThatThisVersionReads() {
    ResourceTypes kinds = new ResourceTypes(EveryKind.in(folder));
    Map<String, Integer> read = new TreeMap<>();
    entries()
        .flatMap(entry ->
            Stream.concat(
                entry.before().map(Before::address).stream(),
                entry.after().map(After::address).stream()))
        .forEach(address -> read.putIfAbsent(Address.parse(address).kind(), 0));
    entries()
        .flatMap(entry -> entry.after().stream())
        .filter(after -> after.seen().state().isPresent())
        .forEach(after -> {
          String kind = Address.parse(after.address()).kind();
          assertThat(state(kinds.of(kind), after.seen()).unknown()).isEmpty();
          read.merge(kind, 1, Integer::sum);
        });
    assertThat(read)
        .isEqualTo(
            Map.of(
                "application", 4,
                "collection", 4,
                "content", 3,
                "deployment", 6,
                "distribution", 4));
  }

  @Test
  void aRunOfThisVersionFollowsThem() {
    Run run =
        new Run(
            "2026-11-30T00-00-00.000Z-1",
            Instant.parse("2026-11-30T00:00:00Z"),
            "anna",
            "adm01",
            "LAB\\garrison",
            SITE,
            "demo",
            "m",
            "p",
            Optional.empty(),
            Optional.empty());
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run)) {
      journal.end(new JournalEntry.End(0, 0, 0));
    }
    Verdict verdict = journals().verify();
    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.runs()).isEqualTo(4);
    assertThat(journals().runs()).endsWith(run.run());
  }

  @Test
  void itsPlanIsReadWithTheDigestOfAllThatIsInIt() {
    StoredPlan plan = new PlanFiles(json).read(folder.resolve("plan.json"));
    assertThat(plan.plan().changes()).hasSize(22);
    assertThat(plan.digest().hex())
        .isEqualTo("e173f9c857623d5afc82713648f7ad29735070c01859acc0c0636ec588c84aba");
  }
}
