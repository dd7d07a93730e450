package dev.garrison.cli.share;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.acl.Sid;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.SharePath;
import dev.garrison.share.access.Finding;
import dev.garrison.share.access.LeastRights;
import dev.garrison.share.access.ListChange;
import dev.garrison.share.access.OpenRights;
import dev.garrison.share.access.SavedListFiles;
import dev.garrison.share.access.SavedLists;
import dev.garrison.share.access.ShareRights;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code garrison share}: checks and sets the access rights on the content share. */
@Command(name = "share")
public final class ShareCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final OpenRights.Opening opening;
  private final SavedListFiles files;
  private final InstantSource time;

  @Option(
      names = {"-f", "--manifest"},
      paramLabel = "FILE",
      defaultValue = "garrison.yaml",
      scope = ScopeType.INHERIT)
  private Path manifest;

  @Option(names = "--state", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path state;

  @Option(names = "--publisher", paramLabel = "SID", scope = ScopeType.INHERIT)
  private @Nullable String publisher;

  @Option(names = "--reader", paramLabel = "SID", scope = ScopeType.INHERIT)
  private List<String> readers = List.of();

  public ShareCommand(
      Console console, OpenRights.Opening opening, SavedListFiles files, InstantSource time) {
    this.console = console;
    this.opening = opening;
    this.files = files;
    this.time = time;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCode.USAGE;
  }

  @Command(name = "check")
  int check(@Mixin RowOptions answer) {
    return withShare(open -> {
      List<Finding> findings = rights(open).check(open.address(), open.source());
      answer.print(
          console,
          () -> ShareAnswer.Checked.of(open, findings),
          ShareColumns.ALL,
          () -> findings,
          () -> ShareView.findings(open, findings));
      return findings.stream().anyMatch(each -> each.verdict() == Finding.Verdict.PROBLEM)
          ? ExitCode.ERROR
          : ExitCode.OK;
    });
  }

  @Command(name = "secure")
  int secure(@Option(names = {"-y", "--yes"}) boolean yes, @Mixin AnswerOptions answer) {
    return withShare(open -> secure(open, yes, answer));
  }

  private int secure(OpenRights open, boolean yes, AnswerOptions answer) {
    Console aside = answer.aside(console);
    ShareRights rights = rights(open);
    rights.requireControl();
    List<ListChange> changes = rights.planned();
    aside.out().println(ShareView.changes(open, changes));
    if (changes.isEmpty()) {
      answer.printJson(console, () -> ShareAnswer.Secured.of(open, changes, Optional.empty()));
      return ExitCode.OK;
    }
    if (!yes) {
      aside.out().println(Text.of("share-secure.not-set").shown());
      answer.printJson(console, () -> ShareAnswer.Secured.of(open, changes, Optional.empty()));
      return ExitCode.CHANGES;
    }
    String address = open.share().describe(SharePath.ROOT);
    Path saved = files.write(stateFolder(), SavedLists.before(address, changes), time.instant());
    aside.out().println(Text.of("share-secure.saved", "file", saved).shown());
    rights.set(changes);
    aside.out().println(Text.of("share-secure.set").shown());
    answer.printJson(console, () -> ShareAnswer.Secured.of(open, changes, Optional.of(saved)));
    return ExitCode.OK;
  }

  @Command(name = "restore")
  int restore(@Parameters(paramLabel = "FILE") Path file) {
    SavedLists saved = files.read(file);
    return withShare(open -> {
      String address = open.share().describe(SharePath.ROOT);
      if (!saved.address().equals(address)) {
        throw UsageMistake.of(
            spec,
            "restore",
            Text.of(
                "usage.saved-lists", "file", file, "saved", saved.address(), "address", address));
      }
      List<SharePath> done = rights(open).putBack(saved.entries());
      console
          .out()
          .println(
              Text.of("share-restore.done", "done", done.size(), "all", saved.entries().size())
                  .shown());
      return ExitCode.OK;
    });
  }

  private int withShare(ToIntFunction<OpenRights> work) {
    try (OpenRights open = opening.open(manifest)) {
      return work.applyAsInt(open);
    } catch (ContentShareException failure) {
      throw new RefusalException(failure.diagnostic(), failure);
    }
  }

  private ShareRights rights(OpenRights open) {
    Set<Sid> reading = Set.copyOf(readers.stream().map(text -> sid("--reader", text)).toList());
    Optional<Sid> publishing = Optional.ofNullable(publisher).map(text -> sid("--publisher", text));
    return new ShareRights(open.share(), open.lists(), new LeastRights(publishing, reading));
  }

  private Sid sid(String option, String text) {
    if (!Sid.isOne(text)) {
      throw new UsageMistake(
          spec.commandLine(), Text.of("usage.sid", "option", option, "value", text));
    }
    return new Sid(text);
  }

  private StateFolder stateFolder() {
    return state == null ? StateFolder.beside(manifest) : new StateFolder(state);
  }
}
