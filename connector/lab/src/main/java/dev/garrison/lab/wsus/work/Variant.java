package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;

/**
 * A behavior that public sources leave open, or that some servers are reported to have. Without any
 * variant, a server behaves as the better of its sources says.
 */
public enum Variant {
  /** No lists of categories in scopes. */
  REFUSES_CATEGORIES(
      "a scope with Categories or Classifications is refused", Mark.INFERRED, "ours"),
  /** Lists of categories find nothing. */
  FINDS_NOTHING_BY_CATEGORIES("a scope with Categories finds nothing", Mark.INFERRED, "ours"),
  /** Update XML in capitals. */
  UPPER_CASE_GUIDS("update XML has GUIDs in upper case", Mark.INFERRED, "ours"),
  /** No compression. */
  NO_XPRESS("who asks for xpress gets plain answers", Mark.INFERRED, "ours"),
  /** Failures without words. */
  NO_FAILURE_TEXTS(
      "a failed synchronisation does not say why",
      Mark.DOCUMENTED,
      "support.microsoft.com, KB5070881 of October 2025"),
  /** No parent of direct children. */
  NOBODY_AS_PARENT(
      "a server that synchronises from the asked one has no parent",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.33.3.2"),
  /** The asked server as a parent. */
  OWN_ID_AS_PARENT(
      "a server that synchronises from the asked one has the asked one's id for its parent",
      Mark.DOCUMENTED,
      "[MS-WSUSSS] 3.1.4.14"),
  /** Any parent may be asked for. */
  ANY_PARENT_ANSWERED(
      "asked for those below its own id a server answers as for zeros, below an unknown id nobody",
      Mark.INFERRED,
      "[MS-WSUSAR] 3.1.4.40 names no fault"),
  /** Zeros above the top. */
  ZERO_AS_TOP_PARENT(
      "the parent of a top group is all zeros", Mark.DOCUMENTED, "[MS-WSUSSS] 3.1.4.10.3.3"),
  /** Another number for approval rules. */
  RULE_ACTION_THREE("the action of an approval rule is 3", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.7"),
  /** Short rows of groups. */
  RULE_GROUPS_OF_4_COLUMNS(
      "a group of an approval rule is a row of 4 columns: name, number, order, priority",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.8"),
  /** Short rows of updates. */
  UPDATES_OF_33_COLUMNS(
      "an update is a row of 33 columns, without RevisionId and title",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** Longer rows of updates. */
  EFFECTIVE_ARRIVAL_TIME(
      "an update is a row of 38 columns, the last EffectiveArrivalTime; where it stands is inferred",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** Severities by number. */
  SEVERITY_AS_NUMBER("MsrcSeverity is a number", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** No terms as nothing. */
  NO_EULA_AS_NIL(
      "EulaId is nothing where there are no terms",
      Mark.INFERRED,
      "proxb/PoshWSUS, Libraries (run against the lab) takes it"),
  /** Texts in approvals. */
  APPROVAL_CELLS_AS_TEXT(
      "ids and times of an approval are texts", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.12.1.2"),
  /** Texts everywhere. */
  ALL_CELLS_AS_TEXT("every cell of a row is a text", Mark.INFERRED, "ours"),
  /** No types. */
  NO_CELL_TYPES("no cell of a row says its type", Mark.INFERRED, "ours"),
  /** The end of .NET's time. */
  DEADLINE_WITH_7_DIGITS(
      "no deadline comes back as 9999-12-31T23:59:59.9999999",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.12"),
  /** No document as nothing. */
  NO_XML_AS_NIL(
      "the XML of a missing update is nothing, not a fault",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.67"),
  /** Short rows of computers. */
  COMPUTERS_OF_28_COLUMNS(
      "a computer is a row of 28 columns on version 10 too",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.2.1.1"),
  /** A subscription is not refused. */
  IGNORES_SUBSCRIPTION(
      "SetSubscription does nothing and says nothing, as is documented of servers below another one",
      Mark.DOCUMENTED,
      "learn.microsoft.com, ISubscription (WSUS 3.0)"),
  /** Another event. */
  CANCELLED_AS_385(
      "a synchronisation that a person cancelled leaves event 385, not 387",
      Mark.WORKING_CODE,
      "jeremiaspala/ADeep, src/main/wsus"),
  /** No latest revision. */
  NO_REVISION_ZERO(
      "revision 0 is not found",
      Mark.INFERRED,
      "learn.microsoft.com, UpdateRevisionId: the client may resolve it"),
  /** Nobody's role is an answer. */
  ROLE_ZERO_ANSWERED(
      "an account without a role is let in: GetCurrentUserRole answers 0, and what needs a role by the specification is refused",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.56 and 3.1.4.120"),
  /** Approvals of the latest revision. */
  LATEST_APPROVALS_ONLY(
      "ExecuteSPGetDeployments lists approvals of latest revisions alone", Mark.INFERRED, "ours"),
  /** No description. */
  NO_DESCRIPTION(
      "?WSDL is answered 500 with HTML",
      Mark.RECORDED,
      "notes of a domain controller with WSUS, 2026"),
  /** Approvals that are not listed. */
  APPROVALS_NOT_LISTED(
      "no list has the approvals that IsDeployed speaks of",
      Mark.INFERRED,
      "ours, for a contradiction"),
  /** Approvals that rows deny. */
  NEVER_DEPLOYED(
      "IsDeployed denies the approvals that are listed",
      Mark.INFERRED,
      "ours, for a contradiction");

  private final String says;
  private final Mark mark;
  private final String source;

  Variant(String says, Mark mark, String source) {
    this.says = says;
    this.mark = mark;
    this.source = source;
  }

  /** What a server with it does. */
  public String says() {
    return says;
  }

  /** Where it is known from. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }
}
