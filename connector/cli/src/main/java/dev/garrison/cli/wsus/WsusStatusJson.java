package dev.garrison.cli.wsus;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.selection.Choice;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.survey.update.WsusStanding;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.status.GroupStanding;
import dev.garrison.wsus.status.LineStanding;
import dev.garrison.wsus.status.NeighbourStanding;
import dev.garrison.wsus.status.ServerStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where WSUS servers stand, for programs. Keys are only ever added. */
final class WsusStatusJson {
  private static final String FORMAT = "garrison.wsus-status/1";

  private final Json json = new Json();

  String render(String manifest, WsusStanding standing, Instant now) {
    ObjectNode root = json.object();
    root.put("format", FORMAT);
    root.put("manifest", manifest);
    root.put("at", now.toString());
    ArrayNode servers = root.putArray("servers");
    standing.servers().forEach(each -> servers.add(server(each)));
    standing
        .point()
        .ifPresent(point -> root.set("softwareUpdatePoint", new PointJson(json).render(point)));
    return json.pretty(root);
  }

  private ObjectNode server(ServerStanding standing) {
    ObjectNode object = json.object();
    object.put("server", standing.server().name());
    object.put("owner", standing.server().owner().word());
    object.put("needsLook", standing.needsLook());
    switch (standing) {
      case ServerStanding.Unreachable(_, List<Diagnostic> why) -> {
        ArrayNode failures = object.putArray("failures");
        why.forEach(each -> failures.add(failure(json, each)));
      }
      case ServerStanding.Reached reached -> {
        object.put("version", reached.version());
        putText(object, "synchronised", reached.synchronised().map(Instant::toString));
        ArrayNode lines = object.putArray("lines");
        reached.lines().forEach(line -> lines.add(line(line)));
        ArrayNode unread = object.putArray("unreadTitles");
        reached.unread().forEach(unread::add);
        ArrayNode leftOut = object.putArray("leftOut");
        reached.leftOut().forEach(leftOut::add);
        ArrayNode contradictions = object.putArray("contradictions");
        reached.contradictions().forEach(each -> contradictions.add(failure(json, each)));
        ArrayNode neighbours = object.putArray("onlyShown");
        reached.neighbours().forEach(each -> neighbours.add(neighbour(each)));
      }
    }
    return object;
  }

  static ObjectNode failure(Json json, Diagnostic failure) {
    ObjectNode object = json.object();
    object.put("code", failure.code().label());
    object.put("problem", failure.problem());
    object.put("remedy", failure.remedy());
    return object;
  }

  private ObjectNode line(LineStanding line) {
    ObjectNode object = json.object();
    object.put("family", line.line().family().name());
    object.put("channel", line.line().channel().name());
    switch (line.choice()) {
      case Choice.Selected(SensorUpdate sensor, _) -> current(object, "current", sensor);
      case Choice.NeedsLicence(SensorUpdate sensor) -> current(object, "needsLicence", sensor);
      case Choice.Nothing(var absence) -> {
        object.put("choice", "nothing");
        object.put("why", absence.words());
      }
      case Choice.Disagreement(var conflict, var sensors, _) -> {
        object.put("choice", "undecided");
        object.put("why", conflict.words());
        ArrayNode versions = object.putArray("versions");
        sensors.forEach(each -> versions.add(each.version().toString()));
      }
    }
    ArrayNode groups = object.putArray("groups");
    line.groups().forEach(group -> groups.add(group(group)));
    return object;
  }

  private static void current(ObjectNode object, String choice, SensorUpdate sensor) {
    Update update = sensor.update();
    object.put("choice", choice);
    object.put("version", sensor.version().toString());
    object.put("updateId", update.identity().updateId().toString());
    object.put("revision", update.identity().revisionNumber());
    object.put("arrived", update.standing().arrived().toString());
  }

  private ObjectNode group(GroupStanding group) {
    ObjectNode object = json.object();
    object.put("group", group.group().name());
    object.put("groupId", group.group().id().toString());
    object.put("approved", group.isApproved());
    object.put("lacksApproval", group.lacksApproval());
    object.put("inherited", group.isInherited());
    putText(object, "approvedOlder", group.older().map(SensorVersion::toString));
    putText(object, "by", group.decision().map(Approval::admin));
    object.put("installed", group.counts().installed());
    object.put("needed", group.counts().needed());
    object.put("failed", group.counts().failed());
    object.put("unknown", group.counts().unknown());
    object.put("notApplicable", group.counts().notApplicable());
    return object;
  }

  private ObjectNode neighbour(NeighbourStanding neighbour) {
    ObjectNode object = json.object();
    object.put("article", neighbour.article());
    putText(object, "title", neighbour.newest().map(update -> update.labels().title()));
    putText(
        object,
        "created",
        neighbour.newest().map(update -> update.standing().created().toString()));
    ArrayNode approved = object.putArray("approvedFor");
    neighbour.approved().forEach(approved::add);
    return object;
  }

  private static void putText(ObjectNode object, String key, Optional<String> value) {
    value.ifPresentOrElse(text -> object.put(key, text), () -> object.putNull(key));
  }
}
