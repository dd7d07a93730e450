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

  /** Its full DNS name. */
  public String name() {
    return workings.state().identity().name();
  }

  /** Its ServerId. */
  public UUID id() {
    return workings.state().identity().id();
  }

  /** Where it answers, e.g. {@code http://127.0.0.1:40124}. */
  public URI url() {
    InetSocketAddress place = server.address();
    return URI.create("http://" + place.getAddress().getHostAddress() + ":" + place.getPort());
  }

  /** Where its administration service answers. */
  public URI service() {
    return url().resolve(UpdateServerDoor.PATH);
  }

  /** What reached it. */
  public Calls calls() {
    return calls;
  }

  /**
   * What shall go wrong. Paths end with the operation's name; requests that change something count
   * as POST, others as GET.
   */
  public Faults faults() {
    return faults;
  }

  /** The time that it tells. */
  public ToldTime time() {
    return time;
  }

  /** Changes how it differs from the usual. */
  public void quirks(Consumer<Quirks> change) {
    inConsole(all -> change.accept(all.state().quirks()));
  }

  /** Lets a person do something in its console. */
  public void inConsole(Consumer<Workings> deed) {
    estate.alone(() -> {
      deed.accept(workings);
      return workings;
    });
  }

  /** Looks at what it holds; what is returned must not change later. */
  public <T> T look(Function<ServerState, T> question) {
    return estate.alone(() -> question.apply(workings.state()));
  }

  /** Its decisions as canonical YAML, without generated ids, times and counters. */
  public String dump() {
    return Dump.yaml(look(state -> new StateDump(state).sections()));
  }

  void stop() {
    server.close();
  }
}
