package dev.garrison.server.api;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.language.Message;
import dev.garrison.server.reading.AntivirusReading;
import dev.garrison.server.reading.ApiAnswers;
import dev.garrison.server.reading.FleetReading;
import java.util.List;
import java.util.Optional;

/**
 * Routes of servers, rings, updates, and counts. They return the results that the job 'status'
 * stored, and send no request to the site.
 */
final class ServerReads {
  private static final int MOST_SERVERS = 1000;
  private static final int SERVERS = 100;
  private static final int MOST_DAYS = 400;
  private static final int DAYS = 30;
  private static final String LIMIT = "limit";
  private static final String NAME = "name";

  private final FleetReading fleet;

  private final AntivirusReading antivirus;

  ServerReads(FleetReading fleet, AntivirusReading antivirus) {
    this.fleet = fleet;
    this.antivirus = antivirus;
  }

  List<Route> routes() {
    return List.of(
        Route.reading(
            "/status",
            "How many servers are in which state, since the last look of the job 'status'.",
            List.of(),
            ApiAnswers.Status.class,
            _ -> ApiAnswer.of(fleet.status())),
        Route.reading(
            "/rings",
            "The rings in the order in which they open: state, gate, and where their servers stand.",
            List.of(),
            ApiAnswers.Rings.class,
            _ -> ApiAnswer.of(fleet.rings())),
        Route.reading(
            "/servers",
            "Servers by name, a page at a time.",
            ofPage(Parameter.text("state", "Those in this state.")),
            ApiAnswers.Servers.class,
            request -> ApiAnswer.of(servers(request))),
        Route.reading(
            "/servers/{name}",
            "One server's states, the latest first.",
            List.of(),
            ApiAnswers.Story.class,
            request -> ApiAnswer.of(story(request.part(NAME)))),
        Route.reading(
            "/antivirus",
            "What protects the servers, today and after the plan, those in danger first; and how many.",
            ofPage(Parameter.text("only", "Those in this danger, or with this protection.")),
            ApiAnswers.Antivirus.class,
            request -> ApiAnswer.of(antivirus(request))),
        Route.reading(
            "/updates",
            "The sensor's updates on the update servers: what is current, approvals, computers.",
            List.of(),
            ApiAnswers.Updates.class,
            _ -> ApiAnswer.of(fleet.updates())),
        Route.reading(
            "/counts",
            "How many servers were in which state: the last look of each day in UTC.",
            List.of(Parameter.number("days", "Of how many days, at most 400; 30 unless given.")),
            ApiAnswers.Counts.class,
            request -> ApiAnswer.of(fleet.counts(request.number("days", 1, MOST_DAYS, DAYS)))));
  }

  /** Parameters of a page of servers, one of them its own. */
  private static List<Parameter> ofPage(Parameter own) {
    return List.of(
        Parameter.text("prefix", "With what their names begin."),
        Parameter.text("ring", "Those of this ring."),
        own,
        Parameter.text("after", "The 'next' of the page before."),
        Parameter.number(LIMIT, "How many, at most 1000; 100 unless given."));
  }

  private static Optional<Place> after(ApiRequest request) {
    return request
        .text("after")
        .map(cursor ->
            FleetReading.place(cursor)
                .orElseThrow(() -> ApiRequest.refused(Message.of("request.after"))));
  }

  private ApiAnswers.Antivirus antivirus(ApiRequest request) {
    return antivirus.servers(
        request.text("prefix"),
        request.text("ring"),
        request.text("only").map(ServerReads::selection),
        after(request),
        request.number(LIMIT, 1, MOST_SERVERS, SERVERS));
  }

  private static Worded selection(String word) {
    return AntivirusReading.selection(word)
        .orElseThrow(() ->
            ApiRequest.refused(
                Message.of("request.selection", "known", AntivirusReading.selections())));
  }

  private ApiAnswers.Servers servers(ApiRequest request) {
    return fleet.servers(
        request.text("prefix"),
        request.text("ring"),
        request.text("state").map(ServerReads::state),
        after(request),
        request.number(LIMIT, 1, MOST_SERVERS, SERVERS));
  }

  private static ServerState state(String word) {
    return Worded.of(ServerState.class, word)
        .orElseThrow(() ->
            ApiRequest.refused(
                Message.of("request.state", "known", Worded.words(ServerState.class))));
  }

  private ApiAnswers.Story story(String name) {
    return fleet
        .story(name)
        .orElseThrow(() -> ApiProblem.of(404, ServerCode.NOT_THERE, Message.of("request.server")));
  }
}
