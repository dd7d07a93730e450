package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import dev.garrison.secret.SecretStore;
import dev.garrison.state.StateFolder;
import dev.garrison.windowsservice.InstalledService;
import dev.garrison.windowsservice.ServiceAccount;
import dev.garrison.windowsservice.ServiceInstallation;
import dev.garrison.windowsservice.ServiceRequest;
import dev.garrison.windowsservice.ServiceStart;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison service}: installs and removes the service of Windows. */
@Command(name = "service")
public final class ServiceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Supplier<ServiceInstallation> installation;
  private final SecretStore secrets;

  public ServiceCommand(
      Console console, Supplier<ServiceInstallation> installation, SecretStore secrets) {
    this.console = console;
    this.installation = installation;
    this.secrets = secrets;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  /** Options of an installation. */
  static final class Wanted {
    @Option(names = "--account", paramLabel = "DOMAIN\\NAME")
    private @Nullable String account;

    @Option(names = "--password", paramLabel = "SECRET")
    private @Nullable String password;

    @Option(
        names = {"-f", "--manifest"},
        paramLabel = "FILE")
    private @Nullable Path manifest;

    @Option(names = "--state", paramLabel = "DIR")
    private @Nullable Path state;

    @Option(
        names = "--start-type",
        paramLabel = "WHEN",
        converter = ServiceStartConverter.class,
        completionCandidates = ServiceStartConverter.class)
    private @Nullable ServiceStart start;

    private ServiceRequest request(boolean fresh) {
      Optional<Path> served = Optional.ofNullable(manifest);
      return new ServiceRequest(
          Optional.ofNullable(account).map(ServiceAccount::new),
          served,
          Optional.ofNullable(state).or(() -> served.map(file -> StateFolder.beside(file).path())),
          Optional.ofNullable(start)
              .or(() -> fresh ? Optional.of(ServiceStart.AUTOMATIC) : Optional.empty()));
    }
  }

  @Command(name = "install")
  int install(
      @Mixin Wanted wanted, @Option(names = "--start") boolean start, @Mixin AnswerOptions answer) {
    ServiceInstallation here = installation.get();
    ServiceRequest request = wanted.request(here.installed().isEmpty());
    ServiceInstallation.Done done;
    Optional<Secret> password = Optional.ofNullable(wanted.password).map(secrets::read);
    try {
      done = here.install(request, password);
    } finally {
      password.ifPresent(Secret::wipe);
    }
    done.remarks()
        .forEach(remark ->
            console
                .err()
                .println(ScreenText.text(Text.of("service.warning", "remark", remark).shown())));
    if (start) {
      here.start();
    }
    print(answer, here.installed().orElse(done.service()));
    return ExitCode.OK;
  }

  @Command(name = "show")
  int show(@Mixin AnswerOptions answer) {
    Optional<InstalledService> installed = installation.get().installed();
    answer.print(
        console,
        () -> WindowsServiceAnswer.of(installed),
        () -> installed.map(ServiceCommand::line).orElseGet(() -> Text.of("service.none").shown()));
    return installed.isPresent() ? ExitCode.OK : ExitCode.CHANGES;
  }

  @Command(name = "remove")
  int remove() {
    console
        .out()
        .println(
            (installation.get().remove() ? Text.of("service.removed") : Text.of("service.none"))
                .shown());
    return ExitCode.OK;
  }

  private void print(AnswerOptions answer, InstalledService installed) {
    answer.print(
        console, () -> WindowsServiceAnswer.of(Optional.of(installed)), () -> line(installed));
  }

  private static String line(InstalledService installed) {
    return ScreenText.text(
        Text.of(
                installed.running() ? "service.running" : "service.stopped",
                "account",
                installed.account(),
                "start",
                installed.start().word())
            .shown());
  }
}
