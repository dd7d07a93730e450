package dev.garrison.fleet.table;

/** Columns of a row, each one number. Numbers of 32 bits of the site are kept unsigned. */
enum Column {
  /** Position of the ring in the manifest, from 1; 0 for a server of no ring. */
  RING,
  /** Ring whose deployment reported the server, from 1. */
  DEPLOYED_RING,
  STATUS,
  STATE,
  ERROR,
  REQUIREMENT,
  SINCE,
  MODE_STATUS,
  MODE_STATE,
  MODE_ERROR,
  MODE_SINCE,
  SETTINGS_STATUS,
  SETTINGS_STATE,
  SETTINGS_ERROR,
  SETTINGS_SINCE,
  /** Flags that show which of the other columns have a value; see {@link RowFlags}. */
  KNOWN,
  SENSOR_STATE,
  TENANT,
  LAST_CONNECTED,
  CLIENT_VERSION,
  SYSTEM,
  INVENTORIED,
  INSTALLED,
  HEARD,
  /** Length in minutes of the longest general maintenance window; 0 where there is none. */
  WINDOW,
  /** Bit for each {@link dev.garrison.fleet.readiness.Service}. */
  SERVICES,
  DISABLED_SERVICES,
  ANTIVIRUS,
  /** Bit for each {@link dev.garrison.fleet.readiness.Update}. */
  UPDATES,
  FREE_MEGABYTES,
  REVISION,
  /** Time at which the server itself reported the sensor's state; 0 where inventory reports it. */
  SENSOR_ASKED,
  /** Time of the server's own answer; 0 where it did not answer. */
  ANSWERED,
  /** Ordinal of {@link dev.garrison.fleet.live.LiveService}. */
  SENSE_NOW,
  DEFENDER_NOW,
  FORCE_PASSIVE,
  DISABLED_BY_POLICY,
  RUNNING_MODE,
  PLATFORM,
  SENSOR_VERSION,
  REAL_TIME_NOW,
  OTHER_NOW,
  ONBOARDING_INFO,
  OFFBOARDING_VALUE,
  /** Bits of {@link AntivirusTable}. */
  PROTECTION,
  OTHER_RUNNING,
  OTHER_INSTALLED,
  OTHER_SENSOR,
  /** Product that the manifest states. */
  STATED,
  /** AMRunningMode of the custom inventory class. */
  CUSTOM_MODE
}
