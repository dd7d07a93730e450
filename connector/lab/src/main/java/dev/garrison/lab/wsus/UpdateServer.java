package dev.garrison.lab.wsus;

import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.fault.Faults;
import dev.garrison.lab.http.Entrance;
import dev.garrison.lab.http.ToldTime;
import dev.garrison.lab.http.WebServer;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.operation.Operations;
import dev.garrison.lab.wsus.operation.Workings;
import dev.garrison.lab.wsus.work.Quirks;
import dev.garrison.lab.wsus.work.ServerState;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** A simulated update server. Thread-safe. */
public final class UpdateServer {
  private final Estate estate;
  private final Workings workings;
  private final Calls calls = new Calls();
  private final Faults faults = new Faults();
  private final ToldTime time;
  private final WebServer server;

  UpdateServer(
      Estate estate,
      Workings workings,
      Contract contract,
      Entrance entrance,
      Clock clock,
      InetSocketAddress place) {
    this.estate = estate;
    this.workings = workings;
    Quirks quirks = workings.state().quirks();
    SoapService service =
        new SoapService(contract, estate, new Operations(workings), calls, quirks::style);
    this.time = new ToldTime(clock);
    this.server =
        new WebServer(
            place,
            time,
            new UpdateServerDoor(
                service, new UpdateServerDoor.Surroundings(entrance, quirks), calls, faults));
  }

  /** Full DNS name of the server. */
  public String name() {
    return workings.state().identity().name();
  }

  /** ServerId of the server. */
  public UUID id() {
    return workings.state().identity().id();
  }

  /** Address of the server, e.g. {@code http://127.0.0.1:40124}. */
  public URI url() {
    InetSocketAddress place = server.address();
    return URI.create("http://" + place.getAddress().getHostAddress() + ":" + place.getPort());
  }

  /** Address of its administration service. */
  public URI service() {
    return url().resolve(UpdateServerDoor.PATH);
  }

  /** Requests that it received. */
  public Calls calls() {
    return calls;
  }

  /**
   * Faults of the server. Paths end with the operation's name; requests that change something count
   * as POST, others as GET.
   */
  public Faults faults() {
    return faults;
  }

  /** Time that it reports in its answers. */
  public ToldTime time() {
    return time;
  }

  /** Changes its deviations from the usual behavior. */
  public void quirks(Consumer<Quirks> change) {
    inConsole(all -> change.accept(all.state().quirks()));
  }

  /** Performs an action of an administrator in its console. */
  public void inConsole(Consumer<Workings> deed) {
    estate.alone(() -> {
      deed.accept(workings);
      return workings;
    });
  }

  /** Reads its state; the returned value must not change later. */
  public <T> T look(Function<ServerState, T> question) {
    return estate.alone(() -> question.apply(workings.state()));
  }

  /** Decisions made on it as canonical YAML, without generated ids, times, and counters. */
  public String dump() {
    return Dump.yaml(look(state -> new StateDump(state).sections()));
  }

  void stop() {
    server.close();
  }
}
