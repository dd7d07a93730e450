package dev.garrison.windowsservice;

import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Service control manager of this computer, and what belongs to a service besides. Everything fails
 * with a {@link dev.garrison.diagnostic.RefusalException}, whose message has the number of Windows'
 * error.
 */
public interface ServiceControl {
  /** The service of this name; empty if there is none. */
  Optional<InstalledService> find(String name);

  /** The SID of an account; empty if this computer and its domain know none of this name. */
  Optional<Sid> sid(ServiceAccount account);

  /**
   * Whether an account was given the right to log on as a service, by itself and not by a group.
   */
  boolean mayLogOn(Sid account);

  /** Gives an account the right to log on as a service. */
  void allowLogOn(Sid account);

  /** Runs the program that registers a service with these arguments. */
  void register(List<String> arguments);

  /** Sets the program, and account, password and start, of which what is empty stays. */
  void configure(
      String name,
      Optional<ServiceAccount> account,
      Optional<Secret> password,
      Optional<ServiceStart> start);

  /**
   * Makes the state folder where it is missing, and lets the service write in it. It may write
   * there whatever account it runs as.
   */
  void openState(Path state);

  /**
   * Sets the restarts after a failure, the service's own SID, and the source of its events.
   *
   * @return what of that this Windows does not know; empty where it knows all
   */
  List<Text> complete(String name);

  /** Starts the service, unless it runs, and waits until it has run for a while. */
  void start(String name);

  /** Ends the service and waits until it has ended. */
  void stop(String name);

  /**
   * Removes the service, once it has ended. The source of its entries in the Event Log stays, or
   * nobody could read them.
   */
  void remove(String name);
}
