package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.json.OmittedWhenEmpty;
import dev.garrison.windowsservice.InstalledService;
import java.util.Optional;

/** The service of Windows as JSON. */
record WindowsServiceAnswer(
    String format,
    boolean installed,
    @OmittedWhenEmpty Optional<String> account,
    @OmittedWhenEmpty Optional<String> startType,
    @OmittedWhenEmpty Optional<Boolean> running,
    @OmittedWhenEmpty Optional<String> command)
    implements JsonForm {
  private static final String FORMAT = "garrison-windows-service/1";

  static WindowsServiceAnswer of(Optional<InstalledService> service) {
    return new WindowsServiceAnswer(
        FORMAT,
        service.isPresent(),
        service.map(InstalledService::account),
        service.map(each -> each.start().word()),
        service.map(InstalledService::running),
        service.map(InstalledService::command));
  }
}
