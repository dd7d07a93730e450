package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;

/**
 * A behavior that public sources leave open, or that some servers are reported to have. Without any
 * variant, a server behaves as the better of its sources says.
 */
public enum Variant {
  /** Refuses scopes with lists of categories. */
  REFUSES_CATEGORIES(
      "a scope with Categories or Classifications is refused", Mark.INFERRED, "this project"),
  /** Finds no updates by lists of categories. */
  FINDS_NOTHING_BY_CATEGORIES(
      "a scope with Categories finds nothing", Mark.INFERRED, "this project"),
  /** Writes GUIDs of update XML in upper case. */
  UPPER_CASE_GUIDS("update XML has GUIDs in upper case", Mark.INFERRED, "this project"),
  /** Does not compress answers. */
  NO_XPRESS("a request for xpress gets an uncompressed answer", Mark.INFERRED, "this project"),
  /** Gives no reason for a failed synchronization. */
  NO_FAILURE_TEXTS(
      "a failed synchronization does not report its reason",
      Mark.DOCUMENTED,
      "support.microsoft.com, KB5070881 of October 2025"),
  /** Names no parent of direct downstream servers. */
  NOBODY_AS_PARENT(
      "a direct downstream server of the queried server has no parent",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.33.3.2"),
  /** Names the server that is asked as the parent. */
  OWN_ID_AS_PARENT(
      "a direct downstream server of the queried server has that server's ID for its" + " parent",
      Mark.DOCUMENTED,
      "[MS-WSUSSS] 3.1.4.14"),
  /** Answers requests with any parent. */
  ANY_PARENT_ANSWERED(
      "for its own ID, a server returns the same downstream servers as for zeros, for"
          + " an unknown ID none",
      Mark.INFERRED,
      "[MS-WSUSAR] 3.1.4.40 names no fault"),
  /** Uses zeros as the parent of a top group. */
  ZERO_AS_TOP_PARENT(
      "the parent of a top group is all zeros", Mark.DOCUMENTED, "[MS-WSUSSS] 3.1.4.10.3.3"),
  /** Uses another action number in approval rules. */
  RULE_ACTION_THREE("the action of an approval rule is 3", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.7"),
  /** Writes short rows of groups. */
  RULE_GROUPS_OF_4_COLUMNS(
      "a group of an approval rule is a row of 4 columns: name, number, order, priority",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.8"),
  /** Writes short rows of updates. */
  UPDATES_OF_33_COLUMNS(
      "an update is a row of 33 columns, without RevisionId and title",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** Writes longer rows of updates. */
  EFFECTIVE_ARRIVAL_TIME(
      "an update is a row of 38 columns, the last EffectiveArrivalTime; its position"
          + " is inferred",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** Writes severities as numbers. */
  SEVERITY_AS_NUMBER("MsrcSeverity is a number", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.12.1.7"),
  /** Writes missing license terms as an absent value. */
  NO_EULA_AS_NIL(
      "EulaId is nothing where there are no terms",
      Mark.INFERRED,
      "proxb/PoshWSUS, Libraries (run against the lab) takes it"),
  /** Writes ids and times of approvals as texts. */
  APPROVAL_CELLS_AS_TEXT(
      "ids and times of an approval are texts", Mark.DOCUMENTED, "[MS-WSUSAR] 2.2.4.12.1.2"),
  /** Writes all cells as texts. */
  ALL_CELLS_AS_TEXT("every cell of a row is a text", Mark.INFERRED, "this project"),
  /** Writes cells without types. */
  NO_CELL_TYPES("no cell of a row has its type", Mark.INFERRED, "this project"),
  /** Writes no deadline as the last point in time of .NET. */
  DEADLINE_WITH_7_DIGITS(
      "a missing deadline is returned as 9999-12-31T23:59:59.9999999",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.12"),
  /** Writes missing XML as an absent value. */
  NO_XML_AS_NIL(
      "the XML of a missing update is nothing, not a fault",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.67"),
  /** Writes short rows of computers. */
  COMPUTERS_OF_28_COLUMNS(
      "a computer is a row of 28 columns on version 10 too",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 2.2.4.2.1.1"),
  /** Ignores a subscription instead of refusing it. */
  IGNORES_SUBSCRIPTION(
      "SetSubscription has no effect and returns no error, as documented for"
          + " downstream servers",
      Mark.DOCUMENTED,
      "learn.microsoft.com, ISubscription (WSUS 3.0)"),
  /** Writes another event for a canceled synchronization. */
  CANCELLED_AS_385(
      "a canceled synchronization writes event 385, not 387",
      Mark.WORKING_CODE,
      "jeremiaspala/ADeep, src/main/wsus"),
  /** Does not find revision 0. */
  NO_REVISION_ZERO(
      "revision 0 is not found",
      Mark.INFERRED,
      "learn.microsoft.com, UpdateRevisionId: the client may resolve it"),
  /** Answers an account without a role. */
  ROLE_ZERO_ANSWERED(
      "an account without a role is let in: GetCurrentUserRole answers 0, and what needs a role by the specification is refused",
      Mark.DOCUMENTED,
      "[MS-WSUSAR] 3.1.4.56 and 3.1.4.120"),
  /** Lists approvals of the latest revisions only. */
  LATEST_APPROVALS_ONLY(
      "ExecuteSPGetDeployments lists only approvals of latest revisions",
      Mark.INFERRED,
      "this project"),
  /** Answers with an error instead of the description. */
  NO_DESCRIPTION(
      "?WSDL is answered 500 with HTML",
      Mark.RECORDED,
      "notes of a domain controller with WSUS, 2026"),
  /** Does not list approvals that IsDeployed reports. */
  APPROVALS_NOT_LISTED(
      "no list has the approvals that IsDeployed reports",
      Mark.INFERRED,
      "this project, for a contradiction"),
  /** Denies in rows the approvals that are listed. */
  NEVER_DEPLOYED(
      "IsDeployed contradicts the listed approvals",
      Mark.INFERRED,
      "this project, for a contradiction");

  private final String says;
  private final Mark mark;
  private final String source;

  Variant(String says, Mark mark, String source) {
    this.says = says;
    this.mark = mark;
    this.source = source;
  }

  /** Behavior of a server with this variant. */
  public String says() {
    return says;
  }

  /** Source of the variant. */
  public Provenance provenance() {
    return new Provenance(mark, source);
  }
}
