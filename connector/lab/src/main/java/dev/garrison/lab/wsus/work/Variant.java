package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.Provenance;

/**
 * A reading of the service that public sources leave open, or that some servers are said to have.
 * Without any a server is as the better of its sources says.
 */
public enum Variant {
  /** No lists of categories in scopes. */
  REFUSES_CATEGORIES("a scope with Categories or Classifications is refused", inferred("ours")),
  /** Lists of categories find nothing. */
  FINDS_NOTHING_BY_CATEGORIES("a scope with Categories finds nothing", inferred("ours")),
  /** Update XML in capitals. */
  UPPER_CASE_GUIDS("update XML has GUIDs in upper case", inferred("ours")),
  /** No compression. */
  NO_XPRESS("who asks for xpress gets plain answers", inferred("ours")),
  /** Failures without words. */
  NO_FAILURE_TEXTS(
      "a failed synchronisation does not say why",
      documented("support.microsoft.com, KB5070881 of October 2025")),
  /** No parent of direct children. */
  NOBODY_AS_PARENT(
      "a server that synchronises from the asked one has no parent",
      documented("[MS-WSUSAR] 3.1.4.33.3.2")),
  /** The asked server as a parent. */
  OWN_ID_AS_PARENT(
      "a server that synchronises from the asked one has the asked one's id for its parent",
      documented("[MS-WSUSSS] 3.1.4.14")),
  /** Any parent may be asked for. */
  ANY_PARENT_ANSWERED(
      "asked for those below its own id a server answers as for zeros, below an unknown id nobody",
      inferred("[MS-WSUSAR] 3.1.4.40 names no fault")),
  /** Zeros above the top. */
  ZERO_AS_TOP_PARENT(
      "the parent of a top group is all zeros", documented("[MS-WSUSSS] 3.1.4.10.3.3")),
  /** Another number for approval rules. */
  RULE_ACTION_THREE("the action of an approval rule is 3", documented("[MS-WSUSAR] 2.2.4.7")),
  /** Short rows of groups. */
  RULE_GROUPS_OF_4_COLUMNS(
      "a group of an approval rule is a row of 4 columns: name, number, order, priority",
      documented("[MS-WSUSAR] 2.2.4.8")),
  /** Short rows of updates. */
  UPDATES_OF_33_COLUMNS(
      "an update is a row of 33 columns, without RevisionId and title",
      documented("[MS-WSUSAR] 2.2.4.12.1.7")),
  /** Longer rows of updates. */
  EFFECTIVE_ARRIVAL_TIME(
      "an update is a row of 38 columns, the last EffectiveArrivalTime; where it stands is inferred",
      documented("[MS-WSUSAR] 2.2.4.12.1.7")),
  /** Severities by number. */
  SEVERITY_AS_NUMBER("MsrcSeverity is a number", documented("[MS-WSUSAR] 2.2.4.12.1.7")),
  /** No terms as nothing. */
  NO_EULA_AS_NIL(
      "EulaId is nothing where there are no terms",
      inferred("proxb/PoshWSUS, Libraries (run against the lab) takes it")),
  /** Texts in approvals. */
  APPROVAL_CELLS_AS_TEXT(
      "ids and times of an approval are texts", documented("[MS-WSUSAR] 2.2.4.12.1.2")),
  /** Texts everywhere. */
  ALL_CELLS_AS_TEXT("every cell of a row is a text", inferred("ours")),
  /** No types. */
  NO_CELL_TYPES("no cell of a row says its type", inferred("ours")),
  /** The end of .NET's time. */
  DEADLINE_WITH_7_DIGITS(
      "no deadline comes back as 9999-12-31T23:59:59.9999999", documented("[MS-WSUSAR] 3.1.4.12")),
  /** No document as nothing. */
  NO_XML_AS_NIL(
      "the XML of a missing update is nothing, not a fault", documented("[MS-WSUSAR] 3.1.4.67")),
  /** Short rows of computers. */
  COMPUTERS_OF_28_COLUMNS(
      "a computer is a row of 28 columns on version 10 too", documented("[MS-WSUSAR] 2.2.4.2.1.1")),
  /** A subscription is not refused. */
  IGNORES_SUBSCRIPTION(
      "SetSubscription does nothing and says nothing, as is documented of servers below another one",
      documented("learn.microsoft.com, ISubscription (WSUS 3.0)")),
  /** Another event. */
  CANCELLED_AS_385(
      "a synchronisation that a person cancelled leaves event 385, not 387",
      Provenance.workingCode("jeremiaspala/ADeep, src/main/wsus")),
  /** No latest revision. */
  NO_REVISION_ZERO(
      "revision 0 is not found",
      inferred("learn.microsoft.com, UpdateRevisionId: the client may resolve it")),
  /** Nobody's role is an answer. */
  ROLE_ZERO_ANSWERED(
      "an account without a role is let in: GetCurrentUserRole answers 0, and what needs a role by the specification is refused",
      documented("[MS-WSUSAR] 3.1.4.56 and 3.1.4.120")),
  /** Approvals of the latest revision. */
  LATEST_APPROVALS_ONLY(
      "ExecuteSPGetDeployments lists approvals of latest revisions alone", inferred("ours")),
  /** No description. */
  NO_DESCRIPTION(
      "?WSDL is answered 500 with HTML",
      Provenance.recorded("notes of a domain controller with WSUS, 2026")),
  /** Approvals that are not listed. */
  APPROVALS_NOT_LISTED(
      "no list has the approvals that IsDeployed speaks of", inferred("ours, for a contradiction")),
  /** Approvals that rows deny. */
  NEVER_DEPLOYED(
      "IsDeployed denies the approvals that are listed", inferred("ours, for a contradiction"));

  private final String says;
  private final Provenance provenance;

  Variant(String says, Provenance provenance) {
    this.says = says;
    this.provenance = provenance;
  }

  private static Provenance documented(String page) {
    return Provenance.documented(page);
  }

  private static Provenance inferred(String source) {
    return Provenance.inferred(source);
  }

  /** What a server with it does. */
  public String says() {
    return says;
  }

  /** Where it is known from. */
  public Provenance provenance() {
    return provenance;
  }
}
