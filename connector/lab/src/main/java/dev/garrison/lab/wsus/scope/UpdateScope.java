package dev.garrison.lab.wsus.scope;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.catalogue.Revision;
import dev.garrison.lab.wsus.row.WsusUpdateRows;
import dev.garrison.lab.wsus.soap.Arguments;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.state.Approval;
import dev.garrison.lab.wsus.state.StoredUpdate;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds the updates that a request selects, by scope document, culture, and publication state. */
@KnownFrom(
    mark = Mark.RECORDED,
    source =
        "proxb/PoshWSUS, Libraries (names of attributes); jeremiaspala/ADeep (minimal scope accepted)",
    says =
        "WSUS: an UpdateScope has only known attributes, categories as"
            + " <root><CategoryID> inside one, times as MM-dd-yyyy HH:mm:ss.fff. That"
            + " TextIncludes is a SQL LIKE on the title is inferred.")
public final class UpdateScope {
  private static final int ANY_STATE = Integer.MAX_VALUE;
  private static final int APPROVED = 1;
  private static final int STALE = 2;
  private static final int NOT_APPROVED = 4;
  private static final int DECLINED = 8;
  private static final int SOFTWARE = 2;
  private static final int MICROSOFT_UPDATE = 1;
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "ApprovedStates",
          "UpdateTypes",
          "TextIncludes",
          "TextNotIncludes",
          "FromArrivalDate",
          "ToArrivalDate",
          "Categories",
          "Classifications",
          "IncludedInstallationStates",
          "ExcludedInstallationStates",
          "IsWsusInfrastructureUpdate",
          "FromCreationDate",
          "ToCreationDate",
          "UpdateApprovalActions",
          "ApprovedComputerTargetGroups",
          "UpdateSources",
          "ExcludeOptionalUpdates");
  private static final Set<String> CHILDREN = Set.of("UpdateApprovalScope");
  private final ServerState server;
  private final WsusUpdateRows rows;
  private final ScopeDocument document;
  private final String culture;
  private final int publication;

  private UpdateScope(
      ServerState server, ScopeDocument document, Arguments given, int publication) {
    this.server = server;
    this.rows = new WsusUpdateRows(server);
    this.document = document;
    this.culture = given.text("preferredCulture").orElse("");
    this.publication = publication;
  }

  /** Reads a scope and finds its updates. Parts of bundles are never among them. */
  public static List<StoredUpdate> find(ServerState server, Arguments given) {
    return find(server, given, given.integer("publicationState"));
  }

  /** Finds the updates of a request without a publication state, in any state (inferred). */
  public static List<StoredUpdate> inAnyState(ServerState server, Arguments given) {
    return find(server, given, ANY_STATE);
  }

  private static List<StoredUpdate> find(ServerState server, Arguments given, int publication) {
    ScopeDocument document =
        ScopeDocument.read(given, "updateScopeXml", "UpdateScope", ATTRIBUTES, CHILDREN);
    if (server.quirks().is(Variant.REFUSES_CATEGORIES)
        && (document.has("Categories") || document.has("Classifications"))) {
      throw ServerFault.unhandled(
          "System.Data.SqlClient.SqlException",
          "XML parsing: line 1, character 11, illegal xml character");
    }
    return server.quirks().is(Variant.FINDS_NOTHING_BY_CATEGORIES) && document.has("Categories")
        ? List.of()
        : new UpdateScope(server, document, given, publication).all();
  }

  private List<StoredUpdate> all() {
    if (publication != ANY_STATE && (publication < 0 || publication > 2)) {
      throw ServerFault.argument("ArgumentOutOfRangeException", "publicationState");
    }
    document.refuseInstallationStates();
    List<StoredUpdate> found = new ArrayList<>();
    List<UUID> products = document.ids("Categories", "CategoryID");
    List<UUID> classifications = document.ids("Classifications", "CategoryID");
    Pattern includes = document.text("TextIncludes").map(Like::containing).orElse(null);
    Pattern excludes = document.text("TextNotIncludes").map(Like::containing).orElse(null);
    for (StoredUpdate update : server.holdings().updates()) {
      Revision latest = update.latest().revision();
      if (latest.explicit()
          && isPublished(latest)
          && isOfState(update)
          && isOfType()
          && isTimely(update)
          && isWithin(latest, products, classifications)
          && isApprovedSo(latest)) {
        String title = server.title(latest.texts(), culture);
        if ((includes == null || includes.matcher(title).matches())
            && (excludes == null || !excludes.matcher(title).matches())) {
          found.add(update);
        }
      }
    }
    return found;
  }

  private boolean isPublished(Revision latest) {
    return publication == ANY_STATE || publication == (latest.expired() ? 1 : 0);
  }

  private boolean isOfState(StoredUpdate update) {
    int wanted = document.flags("ApprovedStates", -1);
    if (wanted == -1) {
      return true;
    }
    if (update.declined()) {
      return (wanted & DECLINED) != 0;
    }
    boolean approved = server.approvals().isDeployed(update.latest().revision().key());
    return ((wanted & APPROVED) != 0 && approved)
        || ((wanted & STALE) != 0 && rows.hasStale(update))
        || ((wanted & NOT_APPROVED) != 0 && !approved);
  }

  private boolean isOfType() {
    return (document.flags("UpdateTypes", -1) & SOFTWARE) != 0
        && (document.flags("UpdateSources", -1) & MICROSOFT_UPDATE) != 0
        && document.flags("IsWsusInfrastructureUpdate", 0) == 0;
  }

  private boolean isTimely(StoredUpdate update) {
    return document.isBetween(update.latest().arrived(), "FromArrivalDate", "ToArrivalDate")
        && document.isBetween(
            update.latest().revision().created(), "FromCreationDate", "ToCreationDate");
  }

  private boolean isWithin(Revision latest, List<UUID> products, List<UUID> classifications) {
    boolean classified =
        classifications.isEmpty() || classifications.contains(latest.relations().classification());
    return classified
        && (products.isEmpty()
            || latest.relations().products().stream()
                .anyMatch(own ->
                    products.stream().anyMatch(wanted -> server.holdings().isWithin(own, wanted))));
  }

  private boolean isApprovedSo(Revision latest) {
    List<UUID> groups =
        document.root().children().stream()
            .flatMap(scope -> scope.children().stream())
            .filter(list -> list.localName().equals("ComputerTargetGroups"))
            .flatMap(list -> ScopeDocument.idsIn(list, "TargetGroupID").stream())
            .toList();
    int actions = document.flags("UpdateApprovalActions", -1);
    if (groups.isEmpty() && actions == -1) {
      return true;
    }
    return server.approvals().of(latest.key()).stream()
        .filter(approval -> approval.action() != Approval.DETECT)
        .filter(approval -> groups.isEmpty() || groups.contains(approval.group()))
        .anyMatch(approval -> actions == -1 || (actions & (1 << approval.action())) != 0);
  }
}
