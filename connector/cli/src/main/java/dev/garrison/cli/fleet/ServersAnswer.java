package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Columns;
import dev.garrison.fleet.standing.FleetStanding;
import dev.garrison.fleet.standing.LeavingServers.LeavingServer;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The answer of a command about servers, in all its forms.
 *
 * @param <J> the judgment of one server
 * @param <T> the servers counted
 */
public interface ServersAnswer<J, T> extends Judged.Judgment<J> {
  /** The servers, with what the site reports about them. */
  FleetStanding standing();

  /** Counts the servers. */
  T count(Judged<J> servers);

  /** The number of servers that were counted. */
  int servers(T counts);

  /** Whether a list of single servers is asked for, instead of the overview. */
  boolean isList();

  /** Whether the list has this one. */
  boolean lists(J judged);

  /**
   * Groups of the list, in the order of the answer. Within a group, servers come ring by ring; a
   * server may be in one group only.
   */
  default List<Predicate<J>> groups() {
    return List.of(this::lists);
  }

  /** The JSON answer without its servers, which follow one by one. */
  JsonForm head(T counts);

  /** One server of the JSON answer. */
  JsonForm line(J judged);

  /** The columns of the CSV answer. */
  Columns<J> columns();

  /** Prints the overview of all servers. */
  void print(PrintWriter out, T counts);

  /** Prints a list of servers. */
  void printList(PrintWriter out, Judged<J> listed);

  /** Prints everything about one server. */
  void printOne(PrintWriter out, Judged<J> one);

  /** The HTML report. */
  String report(Judged<J> servers, T counts);

  /** The selected server, if the answer shows one that is in no ring because of offboard. */
  default Optional<LeavingServer> leaving(Judged<J> servers) {
    return Optional.empty();
  }

  /** The exit code of the command. */
  int exitCode(T counts);

  /** Exit code for one server that was asked for. */
  default int exitCodeOfOne(T counts) {
    return exitCode(counts);
  }
}
