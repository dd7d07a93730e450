package dev.garrison.lab.wsus.scope;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.work.ServerState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the computers that a request selects. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "proxb/PoshWSUS, Libraries (names of attributes)",
    says =
        "WSUS: an empty ComputerTargetScope means all computers; groups come as <root><TargetGroupID>.")
public final class ComputerScope {
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "NameIncludes",
          "FromLastSyncTime",
          "ToLastSyncTime",
          "FromLastReportedStatusTime",
          "ToLastReportedStatusTime",
          "IncludedInstallationStates",
          "ExcludedInstallationStates",
          "IncludeSubgroups",
          "IncludeDownstreamComputerTargets",
          "ComputerTargetGroups");

  private ComputerScope() {}

  /** Reads a scope and finds its computers. */
  public static List<Computer> find(ServerState server, Arguments given) {
    ScopeDocument document =
        ScopeDocument.read(
            given, "computerTargetScopeXml", "ComputerTargetScope", ATTRIBUTES, Set.of());
    List<UUID> groups = document.ids("ComputerTargetGroups", "TargetGroupID");
    boolean subgroups = document.flags("IncludeSubgroups", 0) != 0;
    Optional<String> name =
        document.text("NameIncludes").map(text -> text.toLowerCase(Locale.ROOT));
    document.refuseInstallationStates();
    return server.computers().values().stream()
        .filter(computer ->
            name.isEmpty() || computer.name().toLowerCase(Locale.ROOT).contains(name.get()))
        .filter(computer -> {
          // A computer synchronises when it reports; one that never did passes the first moment.
          Instant last = computer.lastReport().orElse(ScopeDocument.FIRST);
          return document.isBetween(last, "FromLastSyncTime", "ToLastSyncTime")
              && document.isBetween(last, "FromLastReportedStatusTime", "ToLastReportedStatusTime");
        })
        .filter(computer -> groups.isEmpty() || isIn(server, computer, groups, subgroups))
        .toList();
  }

  private static boolean isIn(
      ServerState server, Computer computer, List<UUID> groups, boolean subgroups) {
    return computer.groups().stream()
        .anyMatch(own ->
            groups.stream()
                .anyMatch(
                    group -> subgroups ? server.groups().isWithin(own, group) : own.equals(group)));
  }
}
