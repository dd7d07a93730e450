package dev.garrison.takeover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.takeover.Takeover.TakenOver;
import dev.garrison.takeover.judged.Finding;
import java.util.List;

/** What an import found, as JSON. */
public final class TakeoverJson {
  private static final String FORMAT = "garrison.import/1";

  private final Json json;
  private final String version;

  /**
   * @param version of Garrison
   */
  public TakeoverJson(Json json, String version) {
    this.json = json;
    this.version = version;
  }

  /** The whole. */
  public String of(TakenOver taken) {
    ObjectNode object = json.object();
    object.put("format", FORMAT);
    object.put("garrison", version);
    object.put("site", taken.seen().site().identity().code());
    object.put("written", taken.composed().isPresent());
    taken
        .composed()
        .ifPresent(composed -> {
          object.put("manifest", composed.draft().name());
          ArrayNode findings = object.putArray("findings");
          composed.findings().forEach(each -> findings.add(finding(each)));
          texts(object, "notCarriedOver", composed.left());
          texts(object, "twoOwners", composed.twoOwners());
          texts(object, "adopt", composed.adopt());
        });
    return json.pretty(object);
  }

  private ObjectNode finding(Finding finding) {
    ObjectNode object = json.object();
    object.put("address", finding.address());
    object.put("what", finding.what());
    object.put("sure", finding.sureness().word());
    texts(object, "why", finding.why());
    object.put("became", finding.became());
    object.put("carriedOver", finding.carried());
    return object;
  }

  private static void texts(ObjectNode object, String key, List<String> texts) {
    ArrayNode array = object.putArray(key);
    texts.forEach(array::add);
  }
}
