package dev.garrison.cli.share;

import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import dev.garrison.share.SharePath;
import dev.garrison.share.access.Finding;
import dev.garrison.share.access.ListChange;
import dev.garrison.share.access.OpenRights;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Access rights on the content share as JSON. Keys are only ever added. */
sealed interface ShareAnswer extends JsonForm {
  /**
   * Result of a check.
   *
   * @param protection of the connection, if there was one
   */
  record Checked(
      String format,
      String share,
      Optional<String> protection,
      long problems,
      List<Checking> findings)
      implements ShareAnswer {
    private static final String FORMAT = "garrison.share-check/1";

    static Checked of(OpenRights open, List<Finding> findings) {
      return new Checked(
          FORMAT,
          open.share().describe(SharePath.ROOT),
          open.protection().get(),
          findings.stream().filter(each -> each.verdict() == Finding.Verdict.PROBLEM).count(),
          findings.stream().map(Checking::of).toList());
    }
  }

  /**
   * One line of a check.
   *
   * @param verdict {@code ok}, {@code unknown} or {@code problem}
   * @param code of a problem, such as {@code GAR-0350}
   */
  record Checking(String verdict, String subject, String text, Optional<String> code)
      implements JsonForm {
    private static Checking of(Finding finding) {
      return new Checking(
          finding.verdict().word(),
          finding.subject().toString(),
          finding.text().toString(),
          finding.code().map(DiagnosticCode::label));
    }
  }

  /**
   * Changes of access lists.
   *
   * @param set whether they were set
   * @param saved the file with the old lists
   */
  record Secured(
      String format, String share, List<Changed> changes, boolean set, Optional<String> saved)
      implements ShareAnswer {
    private static final String FORMAT = "garrison.share-secure/1";

    static Secured of(OpenRights open, List<ListChange> changes, Optional<Path> saved) {
      return new Secured(
          FORMAT,
          open.share().describe(SharePath.ROOT),
          changes.stream().map(change -> Changed.of(open, change)).toList(),
          saved.isPresent(),
          saved.map(Path::toString));
    }
  }

  /** Entries of one file or folder, before and after. */
  record Changed(String path, List<String> before, List<String> after) implements JsonForm {
    private static Changed of(OpenRights open, ListChange change) {
      return new Changed(
          open.share().describe(change.path()),
          change.before().described().stream().map(Text::toString).toList(),
          change.after().described().stream().map(Text::toString).toList());
    }
  }
}
