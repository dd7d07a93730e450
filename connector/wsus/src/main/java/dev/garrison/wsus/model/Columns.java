package dev.garrison.wsus.model;

/**
 * Columns of the service's rows, in their order. The names are those of the tables in
 * Microsoft.UpdateServices.Administration; rows carry positions only.
 */
public final class Columns {
  private Columns() {}

  /** Columns of an update: {@code minimalProperties}. */
  public enum Update {
    UPDATE_ID,
    REVISION_NUMBER,
    REVISION_ID,
    LOCAL_UPDATE_ID,
    IS_LEAF,
    INSTALL_SUPPORTED,
    INSTALL_IMPACT,
    INSTALL_REBOOT_BEHAVIOR,
    INSTALL_REQUIRES_NETWORK,
    INSTALL_CAN_REQUEST_USER_INPUT,
    UNINSTALL_SUPPORTED,
    UNINSTALL_IMPACT,
    UNINSTALL_REBOOT_BEHAVIOR,
    UNINSTALL_REQUIRES_NETWORK,
    UNINSTALL_CAN_REQUEST_USER_INPUT,
    UPDATE_TYPE,
    PUBLICATION_STATE,
    CREATION_DATE,
    IS_DEPLOYED,
    STATE,
    EULA_ID,
    REQUIRES_EULA_ACCEPTANCE,
    DECLINED,
    HAS_STALE_DEPLOYMENTS,
    IS_LATEST_REVISION,
    RECEIVED_FROM_CREATOR_SERVICE,
    HAS_SUPERSEDED_UPDATES,
    LEGACY_NAME,
    MSRC_SEVERITY,
    TITLE,
    DESCRIPTION,
    RELEASE_NOTES,
    HAS_EARLIER_REVISION,
    IS_MANDATORY,
    IS_SUPERSEDED,
    IS_EDITABLE,
    UPDATE_SOURCE
  }

  /** Columns of the title of an update's category. */
  public enum CategoryTitle {
    REVISION_ID,
    CATEGORY_TYPE,
    CATEGORY_TITLE
  }

  /** Columns of an update's Knowledge Base article; the number has digits only. */
  public enum Article {
    REVISION_ID,
    KB_ARTICLE
  }

  /** Columns of a category. */
  public enum Category {
    LOCAL_UPDATE_ID,
    CATEGORY_ID,
    CATEGORY_TYPE,
    PROHIBITS_SUBCATEGORIES,
    PROHIBITS_UPDATES,
    CATEGORY_INDEX,
    DISPLAY_ORDER,
    TITLE,
    DESCRIPTION,
    RELEASE_NOTES,
    ARRIVAL_DATE,
    UPDATE_SOURCE
  }

  /** Columns of a computer group. */
  public enum Group {
    TARGET_GROUP_TYPE,
    NAME,
    TARGET_GROUP_ID,
    ORDER_VALUE,
    TARGET_GROUP_PRIORITY,
    PARENT_GROUP_ID
  }

  /**
   * Columns of an approval rule's group, as far as both known layouts allow. MS-WSUSAR 2.2.4.8
   * prints four columns that begin with the name; servers send those of {@link Group}.
   */
  public enum RuleGroup {
    NAME_OR_TYPE,
    NUMBER_OR_NAME,
    ORDER_VALUE_OR_ID,
    PRIORITY_OR_ORDER_VALUE
  }

  /** Columns of an approval. */
  public enum Approval {
    DEPLOYMENT_TIME,
    DEPLOYMENT_STATUS,
    ACTION_ID,
    GO_LIVE_TIME,
    DEADLINE,
    ADMIN_NAME,
    DEPLOYMENT_GUID,
    IS_ASSIGNED,
    UPDATE_ID,
    UPDATE_REVISION_NUMBER,
    TARGET_GROUP_ID
  }

  /** Columns of a count of computers in one state. */
  public enum Count {
    UPDATE_ID,
    TARGET_GROUP_ID,
    COMPUTER_ID,
    SUMMARIZATION_STATE,
    COUNT,
    LAST_UPDATED
  }

  /** Columns of the installation state that one computer reported. */
  public enum Installation {
    UPDATE_ID,
    COMPUTER_ID,
    SUMMARIZATION_STATE,
    UPDATE_APPROVAL_ACTION,
    UPDATE_APPROVAL_TARGET_GROUP_ID
  }

  /** Columns of a computer's membership in a group. */
  public enum Membership {
    COMPUTER_ID,
    TARGET_GROUP_ID
  }

  /** Columns of a synchronization's progress, as Microsoft's own client reads it. */
  public enum Progress {
    PROGRESS_TOTAL,
    PROGRESS_PROCESSED,
    RUNNING_PHASE
  }

  /** Columns of a downstream server. */
  public enum Downstream {
    FULL_DOMAIN_NAME,
    ACCOUNT_SERVER_ID,
    LAST_SYNC_TIME,
    PARENT_SERVER_ID,
    LAST_ROLLUP_TIME,
    VERSION,
    IS_REPLICA
  }
}
