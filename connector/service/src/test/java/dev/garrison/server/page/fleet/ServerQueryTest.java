package dev.garrison.server.page.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerState.Group;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.login.Role;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.HeaderFacts;
import dev.garrison.server.page.frame.Moment;
import dev.garrison.server.page.frame.PageRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The address of the list of servers keeps what was chosen. */
final class ServerQueryTest {
  private static final Frame FRAME =
      new Frame(
          "contoso",
          "PS1",
          false,
          HeaderFacts.NONE,
          "1",
          "somebody",
          Role.VIEWER,
          "",
          Optional.empty(),
          new Moment(Instant.EPOCH, ZoneOffset.UTC),
          0,
          "/");

  private static ServerQuery query(String... pairs) {
    Map<String, List<String>> query = new HashMap<>();
    for (String pair : pairs) {
      int sign = pair.indexOf('=');
      query.put(pair.substring(0, sign), List.of(pair.substring(sign + 1)));
    }
    return ServerQuery.of(request(query));
  }

  static PageRequest request(Map<String, List<String>> query) {
    return new PageRequest(FRAME, Map.of(), query);
  }

  @Test
  void withoutParametersAllServersAreListedByName() {
    assertThat(query())
        .isEqualTo(
            new ServerQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Column.NAME,
                false,
                1));
    assertThat(query().isFiltered()).isFalse();
    assertThat(query().toPage(1)).isEqualTo("/servers");
    assertThat(query().file()).isEqualTo("/servers.csv");
  }

  @Test
  void anotherPageHasTheSameFiltersAndOrder() {
    assertThat(
            query(
                    "name=sql 1",
                    "cause=error 1603",
                    "ring=pilot",
                    "group=in-progress",
                    "state=waiting",
                    "system=unknown",
                    "mode=EDR Block Mode",
                    "since=max-7",
                    "contact=min-45",
                    "sort=-since",
                    "page=3")
                .toPage(4))
        .isEqualTo(
            "/servers?name=sql+1&cause=error+1603&ring=pilot&group=in-progress&state=waiting&system=unknown&mode=EDR+Block+Mode&since=max-7&contact=min-45&sort=-since&page=4");
  }

  @Test
  void aColumnOrdersUpwardsFirstThenDownwardsAndBeginsAtTheFirstPage() {
    assertThat(query("ring=pilot", "page=3").by(Column.STATE))
        .isEqualTo("/servers?ring=pilot&sort=state");
    assertThat(query("sort=state").by(Column.STATE)).isEqualTo("/servers?sort=-state");
    assertThat(query("sort=-state").by(Column.STATE)).isEqualTo("/servers?sort=state");
    assertThat(query().by(Column.NAME)).isEqualTo("/servers?sort=-name");
  }

  @Test
  void theFileHasTheFiltersAndTheOrderOfTheList() {
    assertThat(query("name=sql", "group=attention", "sort=-since", "page=2").file())
        .isEqualTo("/servers.csv?name=sql&group=attention&sort=-since");
  }

  @Test
  void everyGroupHasAWordInAddresses() {
    for (Group group : Group.values()) {
      assertThat(query("group=" + ServerQuery.word(group)).group()).contains(group);
    }
    assertThat(query("state=lost").state()).contains(ServerState.LOST);
  }

  @Test
  void anAgeThatThePageDoesNotOfferCanBeChosenByItsAddress() {
    assertThat(AgeFilter.choices(query("contact=min-45").contact()))
        .extracting(AgeFilter::word)
        .containsExactly("max-1", "max-7", "max-30", "min-1", "min-7", "min-30", "min-45");
    assertThat(AgeFilter.of("min-1").orElseThrow().title()).isEqualTo("at least 1 day ago");
    assertThat(AgeFilter.of("max-7").orElseThrow().title()).isEqualTo("at most 7 days ago");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> query("group=odd")).hasMessage("Unknown group of servers: \"odd\".");
    assertThatThrownBy(() -> query("state=odd")).hasMessage("Unknown state of servers: \"odd\".");
    assertThatThrownBy(() -> query("sort=-odd")).hasMessage("Unknown column of servers: \"odd\".");
    assertThatThrownBy(() -> query("mode=odd"))
        .hasMessage("Unknown antivirus mode of servers: \"odd\".");
    assertThatThrownBy(() -> query("since=7")).hasMessage("Unknown state age of servers: \"7\".");
    assertThatThrownBy(() -> query("page=0")).hasMessage("There is no such page of servers.");
  }
}
