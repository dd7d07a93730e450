package dev.garrison.cli.service;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.server.DocumentServer;
import dev.garrison.server.DocumentSite;
import dev.garrison.server.api.ServerCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison docs}: serves the documentation site to this computer. */
@Command(name = "docs")
public final class DocsCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  /** Returns when the documentation is no longer needed. */
  public interface End {
    /** Waits for the end. */
    void await() throws InterruptedException;
  }

  private final Console console;
  private final Supplier<Optional<DocumentSite>> documents;
  private final End end;

  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
  private int port;

  /**
   * @param documents the documentation site of this installation; empty if its build made none
   * @param end how long to serve
   */
  public DocsCommand(Console console, Supplier<Optional<DocumentSite>> documents, End end) {
    this.console = console;
    this.documents = documents;
    this.end = end;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageMistake(
          spec.commandLine(),
          Text.of("usage.port-range", "first", "0", "last", String.valueOf(LAST_PORT)));
    }
    DocumentSite site = documents.get().orElseThrow(DocsCommand::missing);
    try (DocumentServer server = DocumentServer.start(site, port)) {
      console.out().println(Text.of("docs.serving", "address", server.url().toString()).shown());
      console.out().flush();
      end.await();
    }
    return ExitCode.OK;
  }

  private static RefusalException missing() {
    return new RefusalException(
        Diagnostic.error(ServerCode.DOCUMENTATION_MISSING, Message.of("docs.missing")));
  }
}
