package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Installs the service of Windows, changes it, and removes it. Each problem is found before
 * anything is changed; what was changed is read back.
 */
public final class ServiceInstallation {
  private final ServiceControl manager;
  private final ServiceDefinition definition;

  ServiceInstallation(ServiceControl manager, ServiceDefinition definition) {
    this.manager = manager;
    this.definition = definition;
  }

  /**
   * The installation on this computer.
   *
   * @param program the folder of the program, with prunsrv.exe and the folder lib
   * @param java the folder of Java
   * @throws RefusalException where this is no Windows, or a part of the program is missing
   */
  public static ServiceInstallation here(Path program, Path java) {
    if (File.separatorChar != '\\') {
      throw new RefusalException(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_NOT_ON_WINDOWS,
              Message.of("windows-service.not-windows")));
    }
    return of(program, java);
  }

  static ServiceInstallation of(Path program, Path java) {
    Path procrun = present(program.resolve("prunsrv.exe"));
    Path jvm = present(java.resolve("bin/server/jvm.dll"));
    try (Stream<Path> jars = Files.list(present(program.resolve("lib")))) {
      return new ServiceInstallation(
          new WindowsServiceControl(procrun),
          new ServiceDefinition(
              program.toString(),
              jvm.toString(),
              jars.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList(),
              ServiceDefinition.classCache(
                  program, ManagementFactory.getRuntimeMXBean().getInputArguments())));
    } catch (IOException e) {
      throw missing(program.resolve("lib"));
    }
  }

  private static Path present(Path part) {
    if (!Files.exists(part)) {
      throw missing(part);
    }
    return part;
  }

  private static RefusalException missing(Path part) {
    return new RefusalException(
        Diagnostic.error(
            WindowsServiceCode.SERVICE_PROGRAM_MISSING,
            Message.of("windows-service.part-missing", "file", part)));
  }

  /**
   * Installs the service, or changes the one that is there. An upgrade asks for nothing, and keeps
   * account, manifest, state and start.
   *
   * @param password of the account; empty for an account without one
   * @throws RefusalException if an answer is missing or wrong; then nothing was changed
   */
  public Done install(ServiceRequest request, Optional<Secret> password) {
    Optional<InstalledService> before = manager.find(ServiceDefinition.NAME);
    List<Diagnostic> problems = ServiceObjections.of(before, request, password.isPresent());
    if (!problems.isEmpty()) {
      throw new RefusalException(problems);
    }
    Optional<Sid> sid = request.account().map(this::known);
    List<String> arguments =
        definition.registered(before.isPresent(), ServiceObjections.served(request));
    if (request.account().filter(account -> !account.isOfWindows()).isPresent()
        && !manager.mayLogOn(sid.orElseThrow())) {
      manager.allowLogOn(sid.orElseThrow());
    }
    manager.register(arguments);
    manager.configure(ServiceDefinition.NAME, request.account(), password, request.start());
    request.state().map(Path::toAbsolutePath).ifPresent(manager::openState);
    List<Text> remarks = manager.complete(ServiceDefinition.NAME);
    return new Done(readBack(before, request, sid), remarks);
  }

  /**
   * An installation that was read back.
   *
   * @param remarks what could not be had here; a sentence each
   */
  public record Done(InstalledService service, List<Text> remarks) {
    public Done {
      remarks = List.copyOf(remarks);
    }
  }

  private Sid known(ServiceAccount account) {
    return manager
        .sid(account)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    WindowsServiceCode.SERVICE_ACCOUNT_UNKNOWN,
                    Message.of("windows-service.account-unknown", "account", account.name()))));
  }

  private InstalledService readBack(
      Optional<InstalledService> before, ServiceRequest request, Optional<Sid> sid) {
    InstalledService after =
        manager
            .find(ServiceDefinition.NAME)
            .orElseThrow(() -> notAsAsked(Message.of("windows-service.gone")));
    if (!definition.isRunBy(after)) {
      throw notAsAsked(Message.of("windows-service.other-command", "command", after.command()));
    }
    if (request.start().filter(start -> start != after.start()).isPresent()) {
      throw notAsAsked(Message.of("windows-service.other-start", "start", after.start().word()));
    }
    if (!sid.equals(request.account().map(_ -> known(new ServiceAccount(after.account()))))) {
      throw notAsAsked(Message.of("windows-service.other-account", "account", after.account()));
    }
    if (request.account().isEmpty()
        && before.filter(was -> !was.account().equalsIgnoreCase(after.account())).isPresent()) {
      throw notAsAsked(Message.of("windows-service.other-account", "account", after.account()));
    }
    return after;
  }

  private static RefusalException notAsAsked(Message message) {
    return new RefusalException(Diagnostic.error(WindowsServiceCode.SERVICE_NOT_AS_ASKED, message));
  }

  /** The service as it is. */
  public Optional<InstalledService> installed() {
    return manager.find(ServiceDefinition.NAME);
  }

  /** Starts the service. */
  public void start() {
    required();
    manager.start(ServiceDefinition.NAME);
  }

  /** Ends the service where it runs. */
  public void stop() {
    if (required().running()) {
      manager.stop(ServiceDefinition.NAME);
    }
  }

  /**
   * Ends the service and removes it; manifest, state and log stay. Does nothing where it is not.
   */
  public boolean remove() {
    Optional<InstalledService> there = manager.find(ServiceDefinition.NAME);
    if (there.isEmpty()) {
      return false;
    }
    ServiceObjections.requireOurs(there.get());
    if (there.get().running()) {
      manager.stop(ServiceDefinition.NAME);
    }
    manager.remove(ServiceDefinition.NAME);
    return true;
  }

  private InstalledService required() {
    InstalledService there =
        manager
            .find(ServiceDefinition.NAME)
            .orElseThrow(() ->
                new RefusalException(
                    Diagnostic.error(
                        WindowsServiceCode.SERVICE_NOT_INSTALLED,
                        Message.of("windows-service.not-installed"))));
    ServiceObjections.requireOurs(there);
    return there;
  }
}
