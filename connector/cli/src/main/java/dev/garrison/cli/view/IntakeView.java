package dev.garrison.cli.view;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.intake.HeldPackage;
import dev.garrison.payload.intake.Intake.Added;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.intake.IntakeChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders packages that were added to the intake folder, and its content. */
public final class IntakeView {
  private static final int STATE = 9;
  private static final int KIND = 20;
  private static final int VERSION = 18;
  private static final int DIGEST = 12;

  private IntakeView() {}

  /** A line for each file, and what is worth knowing of it. */
  public static List<String> lines(List<Added> added) {
    List<String> lines = new ArrayList<>();
    for (Added each : added) {
      lines.add(
          ScreenText.text(
              ScreenText.padded(state(each).shown(), STATE) + title(each.inspection()).shown()));
      each.findings().forEach(finding -> lines.add(DiagnosticView.render(finding)));
    }
    return lines;
  }

  private static Text state(Added added) {
    return Text.of(added.copied() ? "intake-screen.added" : "intake-screen.present");
  }

  private static Text title(Inspection inspection) {
    String version = version(inspection);
    return Text.of(
        version.isEmpty() ? "intake-screen.file" : "intake-screen.file-version",
        "file",
        inspection.file(),
        "kind",
        inspection.kind().orElseThrow().title(),
        "version",
        version,
        "digest",
        digest(inspection));
  }

  /** A line for each package; a star marks what the next plan takes. */
  public static String held(Holding holding, TerminalTime time) {
    if (holding.packages().isEmpty() && holding.findings().isEmpty()) {
      return Text.of("intake-screen.empty").shown();
    }
    IntakeChoice choice = new IntakeChoice(holding);
    List<String> lines = new ArrayList<>();
    for (HeldPackage each : holding.packages()) {
      Inspection inspection = each.inspection();
      lines.add(
          (isTaken(choice, each) ? "* " : "  ")
              + ScreenText.padded(
                  inspection
                      .kind()
                      .map(PackageKind::name)
                      .orElseGet(() -> Text.of("package-screen.unknown").shown()),
                  KIND)
              + ScreenText.padded(version(inspection), VERSION)
              + digest(inspection)
              + "  "
              + Text.of("intake-screen.day", "day", time.day(each.added())).shown()
              + "  "
              + inspection.file().getFileName());
      inspection
          .description()
          .findings()
          .forEach(finding -> lines.add(DiagnosticView.render(finding)));
    }
    lines.add("");
    lines.add(Text.of("intake-screen.taken").shown());
    return ScreenText.text(String.join(System.lineSeparator(), lines));
  }

  /** Whether the next plan takes it, unless the manifest names another file. */
  public static boolean isTaken(IntakeChoice choice, HeldPackage held) {
    return choice.taken(held.role()).filter(held::equals).isPresent();
  }

  private static String version(Inspection inspection) {
    return inspection.description().facts().getOrDefault(Fact.VERSION, "");
  }

  private static String digest(Inspection inspection) {
    return inspection.sha256().hex().substring(0, DIGEST).toLowerCase(Locale.ROOT);
  }
}
