package dev.garrison.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.intake.HeldPackage;
import dev.garrison.payload.intake.Intake.Added;
import dev.garrison.payload.intake.Intake.Holding;
import dev.garrison.payload.intake.IntakeChoice;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came into the intake folder, and what lies there. */
public final class IntakeView {
  private static final int KIND = 20;
  private static final int VERSION = 18;
  private static final int DIGEST = 12;

  private IntakeView() {}

  /** A line for each file, and what is worth knowing of it. */
  public static List<String> lines(List<Added> added) {
    List<String> lines = new ArrayList<>();
    for (Added each : added) {
      lines.add(
          Printable.text(
              (each.copied() ? "added    " : "present  ")
                  + each.inspection().file()
                  + ": "
                  + title(each.inspection())));
      each.findings().forEach(finding -> lines.add(DiagnosticView.render(finding)));
    }
    return lines;
  }

  private static String title(Inspection inspection) {
    String version = version(inspection);
    return inspection.kind().orElseThrow().title()
        + (version.isEmpty() ? "" : " " + version)
        + ", sha256 "
        + digest(inspection);
  }

  /** A line for each package; a star marks what the next plan takes. */
  public static String held(Holding holding) {
    if (holding.packages().isEmpty() && holding.findings().isEmpty()) {
      return "The intake folder is empty. Bring packages in with 'garrison package add FILE'.";
    }
    IntakeChoice choice = new IntakeChoice(holding);
    List<String> lines = new ArrayList<>();
    for (HeldPackage each : holding.packages()) {
      Inspection inspection = each.inspection();
      lines.add(
          (taken(choice, each) ? "* " : "  ")
              + PlanView.padded(inspection.kind().map(kind -> kind.name()).orElse("unknown"), KIND)
              + PlanView.padded(version(inspection), VERSION)
              + digest(inspection)
              + "  added "
              + each.added().atZone(ZoneOffset.UTC).toLocalDate()
              + "  "
              + inspection.file().getFileName());
      inspection
          .description()
          .findings()
          .forEach(finding -> lines.add(DiagnosticView.render(finding)));
    }
    lines.add("");
    lines.add("*: taken by the next plan, unless the manifest names another file.");
    return Printable.text(String.join(System.lineSeparator(), lines));
  }

  private static boolean taken(IntakeChoice choice, HeldPackage held) {
    return choice.taken(held.role()).filter(held::equals).isPresent();
  }

  private static String version(Inspection inspection) {
    return inspection.description().facts().getOrDefault(Fact.VERSION, "");
  }

  private static String digest(Inspection inspection) {
    return inspection.sha256().hex().substring(0, DIGEST).toLowerCase(Locale.ROOT);
  }

  /** As of {@code package inspect}, and whether the file was copied. */
  public static String json(Json json, List<Added> added) {
    ArrayNode array = json.array();
    for (Added each : added) {
      ObjectNode object = InspectionView.object(json, each.inspection());
      object.put("added", each.copied());
      ArrayNode findings = object.withArray("findings");
      each.findings().forEach(finding -> findings.add(InspectionView.finding(json, finding)));
      array.add(object);
    }
    return json.pretty(array);
  }

  /** As of {@code package inspect}, with when it came and whether the next plan takes it. */
  public static String heldJson(Json json, Holding holding) {
    IntakeChoice choice = new IntakeChoice(holding);
    ArrayNode array = json.array();
    for (HeldPackage each : holding.packages()) {
      ObjectNode object = InspectionView.object(json, each.inspection());
      object.put("addedAt", each.added().toString());
      object.put("taken", taken(choice, each));
      array.add(object);
    }
    return json.pretty(array);
  }
}
