package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.table.Fleet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ServerNamesTest {
  private final Fleet fleet = new Fleet(List.of("pilot"));

  @Test
  void shortAndFullNamesMeanTheSameServer() {
    int row = fleet.add(1, "SQL01");
    ServerNames roster = new ServerNames(fleet, Set.of(row));
    assertThat(roster.row("sql01.contoso.example")).hasValue(row);
    assertThat(roster.row("SQL02")).isEmpty();
    assertThat(roster.only()).hasValue(row);
  }

  @Test
  void aNameThatTwoHaveIsNobodys() {
    ServerNames roster =
        new ServerNames(fleet, Set.of(fleet.add(1, "SQL01"), fleet.add(2, "sql01")));
    assertThat(roster.row("SQL01")).isEmpty();
    assertThat(roster.only()).isEmpty();
    assertThat(roster.twice()).hasSize(1);
  }
}
