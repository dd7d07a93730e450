package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.history.AntivirusHistory.Count;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.history.AntivirusHistory.Row;
import dev.garrison.history.AntivirusHistory.Wish;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.json.Json;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AntivirusHistoryTest {
  private static final Look LOOK = new Look(KeptValues.NOW, false, List.of());

  @TempDir private Path folder;
  private HistoryDatabase database;
  private final Map<Server, ServerAntivirus> servers = new LinkedHashMap<>();

  @BeforeEach
  void open() {
    database = HistoryDatabase.open(ServiceFolder.in(new StateFolder(folder)));
    servers.put(server("pilot", 1, "well01"), ProtectedServers.WELL);
    servers.put(server("pilot", 2, "DIM01"), ProtectedServers.DIM);
    servers.put(server("broad", 3, "TWO01"), ProtectedServers.TWO);
    servers.put(server("broad", 4, "BARE01"), ProtectedServers.BARE);
    servers.put(server("broad", 5, "APP01"), ProtectedServers.WELL);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Server server(String ring, long device, String name) {
    return ProtectedServers.server(ring, device, name);
  }

  private AntivirusHistory history() {
    return new AntivirusHistory(database, new Json());
  }

  private void look(long run) {
    history().keep(run, LOOK, servers::forEach);
  }

  private List<Row> page(String prefix, String ring, Optional<Worded> only) {
    return page(prefix, ring, only, Optional.empty(), 9);
  }

  private List<Row> page(
      String prefix, String ring, Optional<Worded> only, Optional<Place> after, int most) {
    return history()
        .page(
            new Wish(
                Optional.of(prefix).filter(text -> !text.isEmpty()),
                Optional.of(ring).filter(text -> !text.isEmpty()),
                only,
                after,
                most));
  }

  private static List<String> names(List<Row> rows) {
    return rows.stream().map(Row::name).toList();
  }

  @Test
  void namesThatAreTooLongAreShortened() {
    servers.clear();
    servers.put(server("pilot", 1, "x".repeat(256) + "a"), ProtectedServers.WELL);
    servers.put(server("pilot", 2, "x".repeat(256) + "b"), ProtectedServers.WELL);
    servers.put(server("pilot", 3, "ß".repeat(128)), ProtectedServers.WELL);
    look(1);
    assertThat(names(page("", "", Optional.empty())))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("(x{236}|ß{118})[.]{3}[0-9a-f]{16}"))
        .hasSize(3);
  }

  @Test
  void beforeTheFirstLookThereIsNone() {
    assertThat(history().look()).isEmpty();
  }

  @Test
  void thoseInDangerComeFirstThenThoseOfWhichItIsNotKnown() {
    look(1);
    assertThat(history().look()).contains(LOOK);
    assertThat(names(page("", "", Optional.empty())))
        .containsExactly("BARE01", "TWO01", "DIM01", "APP01", "well01");
  }

  @Test
  void aRowHasAllThatIsKnownOfItsServer() {
    look(1);
    assertThat(page("two", "", Optional.empty()))
        .containsExactly(
            new Row("TWO01", ProtectedServers.TWO.facts(), new Place("1TWO01", "broad", 3)));
  }

  @Test
  void serversAreFoundByRingDangerAndProtection() {
    look(1);
    assertThat(names(page("", "pilot", Optional.empty()))).containsExactly("DIM01", "well01");
    assertThat(names(page("", "", Optional.of(Danger.TWO_FIGHT)))).containsExactly("TWO01");
    assertThat(names(page("", "pilot", Optional.of(Danger.TWO_FIGHT)))).isEmpty();
    assertThat(names(page("", "", Optional.of(Protector.DEFENDER))))
        .containsExactly("APP01", "well01");
    assertThat(names(page("W", "", Optional.empty()))).containsExactly("well01");
    assertThat(names(page("two", "", Optional.of(Danger.TWO_FIGHT)))).containsExactly("TWO01");
    assertThat(names(page("app", "broad", Optional.of(Protector.DEFENDER))))
        .containsExactly("APP01");
  }

  @Test
  void pagesFollowOneAnotherUntilAllWereShown() {
    look(1);
    List<String> names = new ArrayList<>();
    Optional<Place> after = Optional.empty();
    for (int page = 0; page < 5; page++) {
      Row row = page("", "", Optional.empty(), after, 1).getFirst();
      names.add(row.name());
      after = Optional.of(row.place());
    }
    assertThat(names).containsExactly("BARE01", "TWO01", "DIM01", "APP01", "well01");
    assertThat(page("", "", Optional.empty(), after, 1)).isEmpty();
  }

  @Test
  void theNextLookTakesThePlaceOfTheOneBefore() {
    look(1);
    servers.clear();
    servers.put(server("broad", 4, "BARE02"), ProtectedServers.BARE);
    servers.put(server("broad", 3, "TWO01"), ProtectedServers.WELL);
    servers.put(server("broad", 6, "NEW01"), ProtectedServers.WELL);
    look(2);
    assertThat(names(page("", "", Optional.empty()))).containsExactly("BARE02", "NEW01", "TWO01");
    assertThat(history().counts())
        .containsExactly(
            new Count("broad", "defender", Optional.empty(), false, 2),
            new Count("broad", "nothing", Optional.of(Danger.NOTHING_PROTECTS), false, 1));
  }

  @Test
  void onlyRowsThatDifferAreWritten() {
    look(1);
    database.change(
        handle -> handle.execute("update server_antivirus set protector = 'untouched'"));
    servers.put(server("pilot", 7, "NEW01"), ProtectedServers.WELL);
    look(2);
    assertThat(history().counts())
        .extracting(Count::protector, Count::servers)
        .contains(tuple("defender", 1))
        .doesNotContain(tuple("both", 1));
  }

  @Test
  void theAntivirusOfSomeServersIsReadTogether() {
    look(1);
    Place two = new Place("TWO01", "broad", 3);
    Place dim = new Place("DIM01", "pilot", 2);
    Place otherRing = new Place("DIM01", "broad", 2);

    assertThat(history().of(List.of(two, dim, otherRing)))
        .containsOnly(
            Map.entry(two, ProtectedServers.TWO.facts()),
            Map.entry(dim, ProtectedServers.DIM.facts()));
    assertThat(history().of(List.of())).isEmpty();
  }

  @Test
  void serversAreCountedByRingProtectionAndDanger() {
    look(1);
    assertThat(history().counts())
        .containsExactly(
            new Count("broad", "both", Optional.of(Danger.TWO_FIGHT), false, 1),
            new Count("broad", "defender", Optional.empty(), false, 1),
            new Count("broad", "nothing", Optional.of(Danger.NOTHING_PROTECTS), false, 1),
            new Count("pilot", "defender", Optional.empty(), false, 1),
            new Count("pilot", "unknown", Optional.empty(), true, 1));
  }
}
