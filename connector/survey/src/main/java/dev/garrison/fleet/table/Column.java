package dev.garrison.fleet.table;

/** What is kept of each row, as one number. Numbers of 32 bits of the site are kept unsigned. */
enum Column {
  /** Place of the ring in the manifest, from 1; 0 for a server of no ring. */
  RING,
  /** The ring whose deployment told of it, from 1. */
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
  /** Which of the other columns say anything; see {@link RowFlags}. */
  KNOWN,
  SENSOR_STATE,
  TENANT,
  LAST_CONNECTED,
  CLIENT_VERSION,
  SYSTEM,
  INVENTORIED,
  /** Minutes that the longest general window lasts; 0 where there is none. */
  WINDOW,
  /** A bit for each {@link dev.garrison.fleet.readiness.Service}. */
  SERVICES,
  DISABLED_SERVICES,
  ANTIVIRUS,
  /** A bit for each {@link dev.garrison.fleet.readiness.Update}. */
  UPDATES,
  FREE_MEGABYTES,
  REVISION,
  /** When the sensor's state was asked of the server itself; 0 where inventory tells it. */
  SENSOR_ASKED,
  /** When the server itself answered; 0 where it did not. */
  ANSWERED,
  /** An ordinal of {@link dev.garrison.fleet.live.LiveService}. */
  SENSE_NOW,
  DEFENDER_NOW,
  FORCE_PASSIVE,
  DISABLED_BY_POLICY,
  RUNNING_MODE,
  PLATFORM,
  SENSOR_VERSION
}
