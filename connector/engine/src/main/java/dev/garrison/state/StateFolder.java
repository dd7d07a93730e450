package dev.garrison.state;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.ExposedFolderException;
import dev.garrison.files.Exposure;
import dev.garrison.files.OwnerOnly;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folder for the journals. It holds evidence, not state: nothing in it decides what is done next
 * (ADR 0002). Each site has a folder of its own in it, because there is one writer at a time per
 * site, and two writers must not continue one chain.
 *
 * @param path the folder; created at the first write
 */
public record StateFolder(Path path) {
  /** The folder {@code .garrison} next to a manifest. */
  public static StateFolder beside(Path manifest) {
    Path folder = Optional.ofNullable(manifest.toAbsolutePath().getParent()).orElse(Path.of("."));
    return new StateFolder(folder.resolve(".garrison"));
  }

  /**
   * The codes of the sites whose journals are here, in alphabetical order. Creates no folder.
   *
   * @throws RefusalException when there is no journal of any site
   */
  public List<String> sites() {
    Path journals = path.resolve("journal");
    List<String> sites = Files.isDirectory(journals) ? sitesIn(journals) : List.of();
    if (sites.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.JOURNAL_MISSING, Message.of("state.no-journal", "folder", path)));
    }
    return sites;
  }

  /**
   * The site's code as its folder is named.
   *
   * @throws RefusalException when there is no journal of this site
   */
  public String site(String siteCode) {
    String code = siteCode.toUpperCase(Locale.ROOT);
    List<String> sites = sites();
    if (!sites.contains(code)) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.JOURNAL_MISSING,
              Message.of(
                  "state.no-journal-of-site", "site", code, "folder", path, "sites", sites)));
    }
    return code;
  }

  private static List<String> sitesIn(Path journals) {
    try (Stream<Path> folders = Files.list(journals)) {
      return folders
          .filter(folder -> !JournalFolder.filesIn(folder).isEmpty())
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw JournalFolder.unreadable(journals, e);
    }
  }

  /** The folder of a site's journals, whether or not it exists. */
  Path journals(String siteCode) {
    return path.resolve("journal").resolve(siteCode.toUpperCase(Locale.ROOT));
  }

  /** The folder itself, created when missing. */
  public Path made() {
    return made(path.toAbsolutePath());
  }

  /**
   * Name of a new run of a site.
   *
   * @param name time and process; a number follows where a run has that name, because the clock of
   *     a simulated site stands still
   */
  public String newRun(String siteCode, String name) {
    Path journals = journals(siteCode);
    String free = name;
    for (int number = 2; Files.exists(journals.resolve(free + JournalText.ENDING)); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  /** The folder of a site's journals, created when missing. */
  Path makeJournals(String siteCode) {
    return made(journals(siteCode));
  }

  private static Path made(Path folder) {
    try {
      return OwnerOnly.folder(folder);
    } catch (ExposedFolderException e) {
      throw new RefusalException(open(e.exposure()), e);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.STATE_FOLDER_UNUSABLE,
              Message.of("state.not-created", "folder", folder, "reason", e)),
          e);
    }
  }

  /** Problem of a state folder to which others have this access. */
  public static Diagnostic open(Exposure exposure) {
    return Diagnostic.error(
        RecordCode.STATE_FOLDER_OPEN,
        Message.of("state.open", "exposure", exposure.what(), "remedy", exposure.remedy()));
  }
}
