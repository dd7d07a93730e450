package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.manifest.Ring;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ServerList;
import java.util.List;

/** The page of all servers. */
final class ServerListPage {
  private final ServerList servers;
  private final List<Ring> rings;

  ServerListPage(ServerList servers, List<Ring> rings) {
    this.servers = servers;
    this.rings = rings;
  }

  /** Content of the page. */
  record Model(
      Frame frame,
      ServerQuery query,
      List<String> rings,
      List<String> states,
      List<String> systems,
      ServerList.Found found) {
    List<ServerState.Group> groups() {
      return List.of(ServerState.Group.values());
    }

    /** Number of servers found. */
    String number() {
      return query.isFiltered()
          ? t("page.count.of-servers", "count", found.servers(), "all", found.all())
          : t("page.servers.number", "count", found.servers());
    }
  }

  /** Title of a column that orders the list. */
  static String title(Column column) {
    return switch (column) {
      case NAME -> t("page.column.server");
      case STATE -> t("page.column.state");
      case RING -> t("page.column.ring");
      case SYSTEM -> t("page.column.system");
      case SINCE -> t("page.column.since");
    };
  }

  Page page() {
    return new Page(Tab.SERVERS.path(), this::show);
  }

  private View show(PageRequest request) {
    ServerQuery query = ServerQuery.of(request);
    return new View(
        "fleet/servers",
        new Model(
            request.frame(),
            query,
            rings.stream().map(Ring::name).toList(),
            Worded.words(ServerState.class),
            servers.systems().stream()
                .map(system -> system.isEmpty() ? ServerQuery.UNKNOWN : system)
                .toList(),
            servers.find(
                query.filter(servers), query.column(), query.isDescending(), query.page())));
  }
}
