package dev.garrison.probe.site;

import dev.garrison.diagnostic.Diagnostic;
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
import java.util.TreeSet;
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
  private static final String ROLES =
      "Add it to the role of this account (Administration > Security > Security Roles); see docs/reference/rights.md.";
  private static final String LOOK =
      "Look at the role of this account in the console (Administration > Security > Security Roles); a missing right then shows as GAR-0202 on the step that needs it.";

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
        return notTold(
            "The site does not tell what this account may do (%s).".formatted(e.serverMessage()));
      }
      throw e;
    }
    if (rows.isEmpty()) {
      return notTold("The site does not tell what this account may do (an empty list).");
    }
    return judge(features, rows);
  }

  private static Outcome notTold(String problem) {
    return new Outcome.Warned(
        "not told by this site",
        List.of(Diagnostic.warning(ProbeCode.RIGHTS_NOT_TOLD, problem, LOOK)));
  }

  private Outcome judge(List<Feature> features, List<Row> rows) {
    Map<Secured, Long> granted = new EnumMap<>(Secured.class);
    for (Secured kind : Secured.values()) {
      granted(kind, rows).ifPresent(mask -> granted.put(kind, mask));
    }
    List<Diagnostic> findings = new ArrayList<>();
    Set<String> untold = new LinkedHashSet<>();
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
      findings.add(
          Diagnostic.warning(
              ProbeCode.RIGHTS_NOT_TOLD,
              "Only the rights of the account that reads were looked at, not those of 'site.write'.",
              LOOK));
    }
    if (!untold.isEmpty()) {
      findings.add(
          Diagnostic.warning(
              ProbeCode.RIGHTS_NOT_TOLD,
              "The site does not tell what this account may do with: %s."
                  .formatted(String.join(", ", untold)),
              LOOK));
    }
    findings.sort(Comparator.comparing(Diagnostic::severity));
    return Outcome.of(text(asked, findings), findings);
  }

  private static String text(int asked, List<Diagnostic> findings) {
    long missing =
        findings.stream().filter(finding -> finding.code() != ProbeCode.RIGHTS_NOT_TOLD).count();
    return missing == 0
        ? "none of the %d that this manifest needs is seen to be missing".formatted(asked)
        : "%d of the %d that this manifest needs are missing".formatted(missing, asked);
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
  private record Need(Permission permission, Set<String> features, Set<String> later) {
    Diagnostic missing(Secured kind) {
      String right = kind.consoleName() + ": " + permission.consoleName();
      return features.isEmpty()
          ? Diagnostic.warning(
              ProbeCode.RIGHT_MISSING_FOR_LATER,
              "%s is missing. Plan and apply do without it; it is needed for %s."
                  .formatted(right, String.join("; ", later)),
              ROLES)
          : Diagnostic.error(
              ProbeCode.RIGHT_MISSING,
              "%s is missing. It is needed for %s.".formatted(right, String.join(", ", features)),
              ROLES);
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
                  each -> new Need(each, new LinkedHashSet<>(), new TreeSet<>()));
          if (right.later().isEmpty()) {
            need.features().add(feature.word());
          } else {
            need.later().add(right.later());
          }
        }
      }
    }
    return needs.values().stream().collect(Collectors.toList());
  }
}
