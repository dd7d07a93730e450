package dev.garrison.cli.catalog;

import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.servers.NamedServers;
import dev.garrison.wsus.servers.WsusAccess;
import dev.garrison.wsus.snapshot.CatalogDifference;
import dev.garrison.wsus.snapshot.Snapshot;
import dev.garrison.wsus.snapshot.SnapshotFile;
import dev.garrison.wsus.snapshot.TakenSnapshot;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison catalog}: exports a server's sensor updates to a file, and compares them. */
@Command(name = "catalog")
public final class CatalogCommand implements Callable<Integer> {
  /** Articles of updates for Microsoft Defender Antivirus. */
  private static final List<String> NEIGHBOURS = List.of("4052623", "2267602");

  @Spec CommandSpec spec;

  private final Console console;
  private final WsusAccess.Opening opening;
  private final Clock clock;
  private final SnapshotFile files = new SnapshotFile(new Json());

  @Option(
      names = {"-f", "--manifest"},
      descriptionKey = "catalog-manifest",
      paramLabel = "FILE",
      defaultValue = "garrison.yaml",
      scope = ScopeType.INHERIT)
  private Path manifest;

  public CatalogCommand(Console console, WsusAccess.Opening opening, Clock clock) {
    this.console = console;
    this.opening = opening;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "export")
  int export(
      @Option(names = "--server", required = true, paramLabel = "NAME") String server,
      @Option(names = "--out", required = true, paramLabel = "FILE") Path out,
      @Option(names = "--neighbors") boolean neighbours,
      @Mixin AnswerOptions answer) {
    List<String> articles =
        neighbours
            ? Stream.concat(Stream.of(SensorProduct.KB_ARTICLE), NEIGHBOURS.stream()).toList()
            : List.of(SensorProduct.KB_ARTICLE);
    try (Snapshot taken = taken(server, articles)) {
      files.write(out, taken);
      answer.print(
          console,
          () -> ExportAnswer.of(out, taken.head()),
          () ->
              Text.of(
                      "catalog-export.written",
                      "file",
                      out,
                      "count",
                      taken.head().updates(),
                      "articles",
                      CatalogView.articles(taken.head()))
                  .shown());
    }
    return ExitCode.OK;
  }

  private Snapshot taken(String name, List<String> articles) {
    try (WsusAccess access = opening.open(manifest)) {
      WsusServer named = NamedServers.of(access.manifest(), Optional.of(name)).getFirst();
      try (UpdateServer server = access.open(named)) {
        return TakenSnapshot.of(named, server, articles, clock);
      }
    }
  }

  @Command(name = "compare")
  int compare(
      @Parameters(index = "0", paramLabel = "FILE") Path file,
      @Parameters(index = "1", arity = "0..1", paramLabel = "FILE") @Nullable Path other,
      @Option(names = "--server", paramLabel = "NAME") @Nullable String server,
      @Mixin RowOptions answer) {
    try (Snapshot first = files.read(file);
        Snapshot second = second(first, Optional.ofNullable(other), Optional.ofNullable(server))) {
      CatalogListener view =
          answer.pick(
              CatalogAnswer.to(console.out()),
              new CatalogRows(console.out()),
              new CatalogView(console.out(), clock.getZone()));
      view.begin(first.head(), second.head());
      CatalogDifference.between(first, second, view::differs);
      return view.end() ? ExitCode.CHANGES : ExitCode.OK;
    }
  }

  private Snapshot second(Snapshot first, Optional<Path> file, Optional<String> server) {
    if (file.isPresent() == server.isPresent()) {
      throw UsageMistake.of(spec, "compare", Text.of("usage.second-catalog"));
    }
    return file.map(files::read)
        .orElseGet(() -> taken(server.orElseThrow(), first.head().articles()));
  }
}
