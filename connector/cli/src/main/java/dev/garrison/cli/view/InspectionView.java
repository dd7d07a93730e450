package dev.garrison.cli.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.payload.Fact;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageKind;
import dev.garrison.payload.SignatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What package files are. The verdict comes last. */
public final class InspectionView {
  private static final int LABEL = 16;

  private InspectionView() {}

  /**
   * The whole screen, without a final line end.
   *
   * @param files how many were to be inspected, those that cannot be read included
   */
  public static String render(List<Inspection> inspections, int files) {
    List<String> lines = new ArrayList<>();
    for (Inspection inspection : inspections) {
      lines.add(inspection.file().toString());
      line(lines, "kind", inspection.kind().map(PackageKind::title).orElse("unknown"));
      inspection.description().facts().forEach((fact, value) -> line(lines, fact.label(), value));
      line(lines, "size", String.format(Locale.ROOT, "%,d bytes", inspection.size()));
      line(lines, "sha256", inspection.sha256().hex());
      inspection
          .description()
          .signature()
          .ifPresent(signature -> {
            line(lines, "signature", words(signature));
            signature.others().forEach(other -> line(lines, "other signature", words(other)));
          });
      inspection
          .description()
          .findings()
          .forEach(finding -> lines.add(DiagnosticView.render(finding)));
      lines.add("");
    }
    long acceptable = inspections.stream().filter(Inspection::acceptable).count();
    long warned = inspections.stream().filter(Inspection::warned).count();
    lines.add(
        "Acceptable: %d of %d%s."
            .formatted(
                acceptable, files, warned == 0 ? "" : "; with warnings: %d".formatted(warned)));
    return Printable.text(String.join(System.lineSeparator(), lines));
  }

  private static void line(List<String> lines, String label, String value) {
    lines.add(Wrapped.hanging("  " + PlanView.padded(label, LABEL), value));
  }

  private static String words(SignatureReport signature) {
    StringBuilder words = new StringBuilder(signature.status().words());
    if (signature.place() != SignatureReport.Place.ONLY) {
      words.append(" (").append(signature.place().words()).append(')');
    }
    signature.signedBy().ifPresent(signer -> words.append(", by ").append(signer));
    signature.issuer().ifPresent(issuer -> words.append(", issued by ").append(issuer));
    signature.timestamp().ifPresent(time -> words.append(", timestamped ").append(time));
    return words.toString();
  }

  /** An array with one object for each file. */
  public static String json(Json json, List<Inspection> inspections) {
    ArrayNode array = json.array();
    inspections.forEach(inspection -> array.add(object(json, inspection)));
    return json.pretty(array);
  }

  /** The fields that every kind has are there in any case; they are null where unknown. */
  static ObjectNode object(Json json, Inspection inspection) {
    ObjectNode object = json.object();
    object.put("file", inspection.file().toString());
    object.put("acceptable", inspection.acceptable());
    object.put("kind", inspection.kind().map(PackageKind::name).orElse("unknown"));
    object.put("size", inspection.size());
    object.put("sha256", inspection.sha256().hex());
    for (Fact fact : Fact.values()) {
      object.put(fact.key(), inspection.description().facts().get(fact));
    }
    Optional<SignatureReport> signature = inspection.description().signature();
    object.set("signature", signature.map(report -> signatures(json, report)).orElse(null));
    ArrayNode findings = object.putArray("findings");
    inspection.description().findings().forEach(finding -> findings.add(finding(json, finding)));
    return object;
  }

  private static ObjectNode signatures(Json json, SignatureReport report) {
    ObjectNode object = signature(json, report);
    ArrayNode others = object.putArray("others");
    report.others().forEach(other -> others.add(signature(json, other)));
    return object;
  }

  private static ObjectNode signature(Json json, SignatureReport report) {
    ObjectNode object = json.object();
    object.put("status", report.status().words());
    object.put("signer", report.signer().orElse(null));
    object.put("issuer", report.issuer().orElse(null));
    object.put("addedRoot", report.addedRoot().orElse(null));
    object.put("timestamp", report.timestamp().map(Object::toString).orElse(null));
    object.put("place", report.place().words());
    return object;
  }

  static ObjectNode finding(Json json, Diagnostic finding) {
    ObjectNode object = json.object();
    object.put("code", finding.code().label());
    object.put("name", finding.code().name());
    object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    object.put("message", finding.problem() + " " + finding.remedy());
    return object;
  }
}
