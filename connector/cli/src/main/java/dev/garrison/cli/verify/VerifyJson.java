package dev.garrison.cli.verify;

import dev.garrison.cli.fleet.LiveWords;
import dev.garrison.fleet.compliance.Deviation;
import dev.garrison.fleet.compliance.Finding;
import dev.garrison.fleet.compliance.Finding.Outcome;
import dev.garrison.json.Json;
import dev.garrison.session.Session.Verified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found, for programs. Of servers only those that differ are listed. */
final class VerifyJson {
  private static final String FORMAT = "garrison.verify/1";

  private final Json json;

  VerifyJson(Json json) {
    this.json = json;
  }

  String text(Verified verified, Optional<DeviceFindings> devices) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("converged", verified.findings().isEmpty() && verified.plan().converged());
    document.put(
        "findings",
        verified.findings().stream()
            .map(finding ->
                Map.of(
                    "code", finding.code().label(),
                    "problem", finding.problem(),
                    "remedy", finding.remedy()))
            .toList());
    document.put("plan", verified.plan());
    document.put("devices", devices.map(VerifyJson::devices));
    return json.pretty(document);
  }

  private static Map<String, Object> devices(DeviceFindings findings) {
    Map<String, Object> devices = new LinkedHashMap<>();
    devices.put("notes", findings.standing().fleet().notes());
    devices.put("live", findings.standing().fleet().live().map(LiveWords::fields));
    devices.put("asWanted", findings.of(Outcome.AS_WANTED));
    devices.put("differing", findings.of(Outcome.DIFFERS));
    devices.put("noAnswer", findings.of(Outcome.NO_ANSWER));
    devices.put("notDue", findings.of(Outcome.NOT_DUE));
    devices.put("leftOut", findings.of(Outcome.LEFT_OUT));
    List<Map<String, Object>> differing = new ArrayList<>();
    findings.each(finding -> {
      if (finding.outcome() == Outcome.DIFFERS) {
        differing.add(server(finding));
      }
    });
    devices.put("servers", differing);
    return devices;
  }

  private static Map<String, Object> server(Finding finding) {
    Map<String, Object> server = new LinkedHashMap<>();
    server.put("name", finding.server().name());
    server.put("resourceId", finding.server().id());
    server.put("ring", finding.server().ring());
    server.put("state", finding.verdict().state().word());
    server.put("remedy", finding.verdict().remedy());
    server.put("deviations", finding.deviations().stream().map(VerifyJson::deviation).toList());
    return server;
  }

  private static Map<String, Object> deviation(Deviation deviation) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("what", deviation.what().word());
    fields.put("wanted", deviation.wanted());
    fields.put("is", deviation.is());
    fields.put("source", deviation.source());
    fields.put("at", deviation.at());
    return fields;
  }
}
