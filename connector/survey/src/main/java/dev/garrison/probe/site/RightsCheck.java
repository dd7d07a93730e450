package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import dev.garrison.probe.site.Feature.Right;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that the account's security roles grant what the manifest needs. See <a
 * href="https://learn.microsoft.com/intune/configmgr/develop/reference/core/servers/configure/sms_rbacsecuredobject-server-wmi-class">SMS_RbacSecuredObject</a>,
 * whose GrantedOperations are "the operations which are granted to the current user for this type
 * of object". It is inferred that the administration service sends it; a kind of object that the
 * site does not report stays unknown, and is never assumed to be granted or denied.
 */
final class RightsCheck {
  private static final ODataQuery GRANTED =
      ODataQuery.of("SMS_RbacSecuredObject")
          .keys("ObjectTypeID")
          .select("ObjectTypeName", "GrantedOperations");

  private static final Set<Permission> OF_READER =
      Set.of(Permission.READ, Permission.READ_RESOURCE);

  private final AdminService service;
  private final boolean separateWriter;

  /**
   * @param separateWriter whether another account writes, whose rights cannot be read with this one
   */
  RightsCheck(AdminService service, boolean separateWriter) {
    this.service = service;
    this.separateWriter = separateWriter;
  }

  Outcome run(List<Feature> features) {
    List<Row> rows;
    try {
      rows = service.list(GRANTED).stream().map(Row::new).toList();
    } catch (AdminServiceException e) {
      if (e.kind() == FailureKind.NOT_FOUND || e.kind() == FailureKind.REFUSED) {
        return notTold(Text.of("site-rights.refused", "reason", e.serverMessage()));
      }
      throw e;
    }
    if (rows.isEmpty()) {
      return notTold(Text.of("site-rights.none-listed"));
    }
    return judge(features, rows);
  }

  private static Outcome notTold(Text problem) {
    return new Outcome.Warned(Text.of("site-rights.not-reported"), List.of(unknown(problem)));
  }

  private static Diagnostic unknown(Text problem) {
    return Diagnostic.warning(
        ProbeCode.RIGHTS_NOT_TOLD, new Message(problem, Text.of("site-rights.check")));
  }

  private Outcome judge(List<Feature> features, List<Row> rows) {
    Map<Secured, Long> granted = new EnumMap<>(Secured.class);
    for (Secured kind : Secured.values()) {
      granted(kind, rows).ifPresent(mask -> granted.put(kind, mask));
    }
    List<Diagnostic> findings = new ArrayList<>();
    Set<Text> untold = new LinkedHashSet<>();
    int asked = 0;
    for (Secured kind : Secured.values()) {
      List<Need> needs =
          needs(features, kind).stream()
              .filter(need -> !separateWriter || OF_READER.contains(need.permission()))
              .toList();
      asked += needs.size();
      if (needs.isEmpty()) {
        continue;
      }
      Optional<Long> mask = Optional.ofNullable(granted.get(kind));
      if (mask.isEmpty()) {
        untold.add(kind.consoleName());
      } else {
        needs.stream()
            .filter(need -> !need.permission().isIn(mask.get()))
            .map(need -> need.missing(kind))
            .forEach(findings::add);
      }
    }
    if (separateWriter) {
      findings.add(unknown(Text.of("site-rights.writer")));
    }
    if (!untold.isEmpty()) {
      findings.add(unknown(Text.of("site-rights.kinds-unknown", "kinds", List.copyOf(untold))));
    }
    findings.sort(Comparator.comparing(Diagnostic::severity));
    return Outcome.of(text(asked, findings), findings);
  }

  private static Text text(int asked, List<Diagnostic> findings) {
    long missing =
        findings.stream().filter(finding -> finding.code() != ProbeCode.RIGHTS_NOT_TOLD).count();
    return missing == 0
        ? Text.of("site-rights.complete", "count", asked)
        : Text.of("site-rights.incomplete", "missing", missing, "count", asked);
  }

  private static OptionalLong mask(Row row) {
    return row.number("GrantedOperations");
  }

  private static Optional<Long> granted(Secured kind, List<Row> rows) {
    return kind.among(rows)
        .map(RightsCheck::mask)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong);
  }

  /** Permission on one kind of object, with the functions that need it. */
  private record Need(Permission permission, Set<Text> features, Set<Text> later) {
    Diagnostic missing(Secured kind) {
      return features.isEmpty()
          ? Diagnostic.warning(
              ProbeCode.RIGHT_MISSING_FOR_LATER,
              message(kind, "site-rights.missing-later", List.copyOf(later)))
          : Diagnostic.error(
              ProbeCode.RIGHT_MISSING, message(kind, "site-rights.missing", List.copyOf(features)));
    }

    private Message message(Secured kind, String key, Object features) {
      return Message.of(
          key,
          "kind",
          kind.consoleName(),
          "permission",
          permission.consoleName(),
          "features",
          features);
    }
  }

  private static List<Need> needs(List<Feature> features, Secured kind) {
    Map<Permission, Need> needs = new EnumMap<>(Permission.class);
    for (Feature feature : features) {
      for (Right right : feature.rights()) {
        if (right.on() == kind) {
          Need need =
              needs.computeIfAbsent(
                  right.permission(),
                  each -> new Need(each, new LinkedHashSet<>(), new LinkedHashSet<>()));
          if (right.later().isEmpty()) {
            need.features().add(feature.name());
          } else {
            need.later().add(Text.of(right.later()));
          }
        }
      }
    }
    return needs.values().stream().collect(Collectors.toList());
  }
}
