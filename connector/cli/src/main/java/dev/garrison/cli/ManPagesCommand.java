package dev.garrison.cli;

import dev.garrison.cli.manual.ManualPages;
import dev.garrison.cli.manual.ReferencePages;
import dev.garrison.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the manual pages, which the distribution packs, or those of the documentation site. */
@Command(name = "man-pages", hidden = true)
final class ManPagesCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final String version;

  @Parameters(paramLabel = "DIR")
  private Path folder;

  @Option(names = "--markdown")
  private boolean markdown;

  ManPagesCommand(String version) {
    this.version = version;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine program = spec.root().commandLine();
    // The environment of the build sets neither a default nor the language of a page.
    program.setDefaultValueProvider(argument -> null);
    program.setResourceBundle(HelpTexts.in(Language.ENGLISH));
    Files.createDirectories(folder);
    Map<String, String> pages =
        markdown ? ReferencePages.of(program) : ManualPages.of(program, version);
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
    }
    return ExitCode.OK;
  }
}
