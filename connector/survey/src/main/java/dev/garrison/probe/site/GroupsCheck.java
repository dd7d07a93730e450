package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.NearestWord;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.outcome.SiteNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that the distribution point groups of the manifest exist and have members. */
final class GroupsCheck {
  private static final ODataQuery GROUPS =
      ODataQuery.of("SMS_DistributionPointGroup").keys("GroupID").select("Name", "MemberCount");

  private final AdminService service;
  private final SiteNames names;

  GroupsCheck(AdminService service, SiteNames names) {
    this.service = service;
    this.names = names;
  }

  Outcome run(Manifest manifest) {
    Map<String, Long> members = new TreeMap<>();
    service.query(
        GROUPS,
        node -> {
          Row row = new Row(node);
          members.put(row.text("Name"), row.number("MemberCount", 0));
        });
    members.keySet().forEach(name -> names.know(SiteNames.Kind.GROUP, name));
    Set<String> wanted = new TreeSet<>();
    manifest.rings().forEach(ring -> wanted.addAll(manifest.distributionGroups(ring)));
    List<Diagnostic> findings = new ArrayList<>();
    List<Text> found = new ArrayList<>();
    for (String name : wanted) {
      long points = members.getOrDefault(name, -1L);
      if (points < 0) {
        findings.add(missing(name, members.keySet()));
      } else if (points == 0) {
        findings.add(empty(name));
      } else {
        found.add(Text.of("point-group.points", "name", name, "count", points));
      }
    }
    return Outcome.of(
        found.isEmpty() ? Outcome.NONE : Text.of("point-group.found", "groups", found), findings);
  }

  private static Diagnostic missing(String name, Set<String> there) {
    return Diagnostic.error(
        ProbeCode.GROUP_NOT_THERE,
        new Message(
            Text.of("point-group.missing", "name", name),
            there.isEmpty() ? Text.of("point-group.none-shown") : shown(name, there)));
  }

  private static Text shown(String name, Set<String> there) {
    List<String> groups = List.copyOf(there);
    return NearestWord.to(name, there)
        .map(nearest -> Text.of("point-group.nearest", "nearest", nearest, "groups", groups))
        .orElseGet(() -> Text.of("point-group.shown", "groups", groups));
  }

  private static Diagnostic empty(String name) {
    return Diagnostic.error(
        ProbeCode.GROUP_WITHOUT_POINTS, Message.of("point-group.empty", "name", name));
  }
}
