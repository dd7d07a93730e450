package dev.garrison.cli.wsus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.json.Json;
import dev.garrison.mecm.softwareupdate.DeploymentRule;
import dev.garrison.mecm.softwareupdate.PointState;
import dev.garrison.mecm.softwareupdate.RingCoverage;
import dev.garrison.mecm.softwareupdate.SiteDeployment;
import dev.garrison.mecm.softwareupdate.SiteRelease;
import dev.garrison.mecm.softwareupdate.UpdateCounts;
import dev.garrison.survey.point.PointStanding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Where a software update point stands, for programs. Keys are only ever added. */
final class PointJson {
  private final Json json;

  PointJson(Json json) {
    this.json = json;
  }

  ObjectNode render(PointStanding standing) {
    ObjectNode object = json.object();
    object.put("site", standing.site());
    object.put("needsLook", standing.needsLook());
    switch (standing) {
      case PointStanding.Unreachable(_, var why) -> {
        ArrayNode failures = object.putArray("failures");
        why.forEach(each -> failures.add(WsusStatusJson.failure(json, each)));
      }
      case PointStanding.Reached reached -> reached(object, reached);
    }
    return object;
  }

  private void reached(ObjectNode object, PointStanding.Reached reached) {
    object.put("product", reached.updates().product().name().toLowerCase(Locale.ROOT));
    ArrayNode points = object.putArray("points");
    reached.updates().points().forEach(point -> points.add(point(point)));
    ArrayNode rings = object.putArray("rings");
    reached.rings().forEach(ring -> rings.add(ring(ring)));
    ArrayNode lines = object.putArray("lines");
    reached.lines().forEach(line -> lines.add(line(reached, line)));
    ArrayNode unread = object.putArray("unreadTitles");
    reached.updates().unread().forEach(unread::add);
    ArrayNode findings = object.putArray("findings");
    reached.findings().forEach(each -> findings.add(WsusStatusJson.failure(json, each)));
  }

  private ObjectNode point(PointState point) {
    ObjectNode object = json.object();
    object.put("server", point.server());
    object.put("failed", point.hasFailed());
    object.put("error", point.errorText());
    put(object, "synchronised", point.succeeded().map(Instant::toString));
    return object;
  }

  private ObjectNode ring(RingCoverage ring) {
    ObjectNode object = json.object();
    object.put("ring", ring.ring().name());
    object.put("collection", ring.ring().collection());
    put(object, "rule", ring.rule().map(DeploymentRule::name));
    object.put("ruleEnabled", ring.rule().filter(DeploymentRule::isEnabled).isPresent());
    object.put("ruleFailed", ring.rule().filter(DeploymentRule::hasFailed).isPresent());
    object.put("ruleHasDeployed", ring.isProven());
    put(object, "ruleRan", ring.rule().flatMap(DeploymentRule::ran).map(Instant::toString));
    return object;
  }

  private ObjectNode line(PointStanding.Reached reached, ReleaseLine line) {
    ObjectNode object = json.object();
    object.put("family", line.family().name());
    object.put("channel", line.channel().name());
    put(
        object,
        "version",
        reached.updates().current(line).map(SiteRelease::version).map(Object::toString));
    ArrayNode rings = object.putArray("rings");
    for (RingCoverage ring : reached.rings()) {
      UpdateCounts counts = reached.counts(ring, line);
      ObjectNode row = rings.addObject();
      row.put("ring", ring.ring().name());
      Optional<RingCoverage.Deployed> newest = ring.newest(line);
      put(row, "deployed", newest.map(each -> each.release().version().toString()));
      row.put("enabled", newest.filter(each -> each.by().isEnabled()).isPresent());
      put(row, "deadline", newest.flatMap(each -> deadline(each.by())));
      row.put("deadlineIsLocal", newest.filter(each -> each.by().isLocal()).isPresent());
      row.put("installed", counts.installed());
      row.put("missing", counts.missing());
      row.put("notRequired", counts.notRequired());
      row.put("unknown", counts.unknown());
    }
    return object;
  }

  /** Without a zone where each client means its own. */
  private static Optional<String> deadline(SiteDeployment by) {
    return by.deadline()
        .map(time ->
            by.isLocal()
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))
                : time.toString());
  }

  private static void put(ObjectNode object, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> object.put(key, text), () -> object.putNull(key));
  }
}
