package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingPages.Column;
import dev.garrison.manifest.Ring;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.PageText;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.ServerList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of all servers. */
final class ServerListPage {
  private static final String MAKER = "Microsoft ";

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

    /** Text of the filter of causes, which the address may have as it is recorded. */
    String cause() {
      return query.cause().map(PageText::recorded).orElse("");
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
      case CAUSE -> t("page.server.cause");
      case MODE -> t("page.servers.mode");
      case CONTACT -> t("page.servers.contact");
      case SINCE -> t("page.column.since");
    };
  }

  /** Class of a column that is left out of narrow windows; null for the others. */
  static @Nullable String style(Column column) {
    return switch (column) {
      case NAME, STATE, CAUSE -> null;
      case RING, SINCE -> "wide";
      case SYSTEM, MODE, CONTACT -> "wide spare";
    };
  }

  /** Cause of a server's state as shown; only a state that is no goal needs one. */
  static String cause(ServerList.Line line) {
    return line.cause()
        .map(PageText::recorded)
        .orElseGet(() ->
            line.row().why().isEmpty() && !line.row().state().equals(ServerState.ONBOARDED.word())
                ? t("page.value.not-known")
                : "-");
  }

  /** Operating system as shown: the maker's name says nothing among these systems. */
  static String system(ServerList.Line line) {
    String caption = line.row().system();
    return caption.isEmpty()
        ? t("page.value.unknown")
        : caption.substring(caption.startsWith(MAKER) ? MAKER.length() : 0);
  }

  /** Source of a contact as shown. */
  static String source(Contact contact) {
    return switch (contact.by()) {
      case CLIENT -> t("page.servers.contact-client");
      case SENSOR -> t("page.servers.contact-sensor");
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
                query.filter(servers, request.frame().moment().now()),
                query.column(),
                query.isDescending(),
                query.page())));
  }
}
