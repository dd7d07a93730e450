package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objections to an installation of the service, before anything is changed. */
final class ServiceObjections {
  private ServiceObjections() {}

  /** The problems of a request; empty where there is none. */
  static List<Diagnostic> of(
      Optional<InstalledService> before, ServiceRequest request, boolean password) {
    if (before.isPresent() && !before.get().isOurs()) {
      return List.of(foreign(before.get()));
    }
    List<Diagnostic> problems = new ArrayList<>();
    if (before.isEmpty()) {
      missing(request).ifPresent(problems::add);
    }
    request.account().flatMap(account -> account.objection(password)).ifPresent(problems::add);
    if (request.account().isEmpty() && password) {
      problems.add(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_PASSWORD_UNWANTED,
              Message.of("windows-service.password-alone")));
    }
    if (request.manifest().isPresent() != request.state().isPresent()) {
      throw new IllegalArgumentException("a manifest and its state folder are given together");
    }
    return List.copyOf(problems);
  }

  private static Optional<Diagnostic> missing(ServiceRequest request) {
    List<String> missing = new ArrayList<>();
    if (request.account().isEmpty()) {
      missing.add("--account");
    }
    if (request.manifest().isEmpty()) {
      missing.add("--manifest");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                WindowsServiceCode.SERVICE_ANSWERS_MISSING,
                Message.of("windows-service.options-missing", "options", missing)));
  }

  /**
   * Requires that Garrison registered the service.
   *
   * @throws RefusalException if another program has a service of this name
   */
  static void requireOurs(InstalledService there) {
    if (!there.isOurs()) {
      throw new RefusalException(foreign(there));
    }
  }

  private static Diagnostic foreign(InstalledService there) {
    return Diagnostic.error(
        WindowsServiceCode.SERVICE_FOREIGN,
        Message.of("windows-service.foreign", "command", there.command()));
  }

  /** The paths that the service is given, where the request names them. */
  static Optional<ServiceDefinition.Served> served(ServiceRequest request) {
    return request
        .manifest()
        .map(manifest ->
            new ServiceDefinition.Served(
                absolute(manifest), absolute(request.state().orElseThrow())));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }
}
