package dev.garrison.fleet.table;

/** Boolean values of a row, each a bit. */
enum RowFlags {
  ONBOARDING(1),
  MODE(2),
  SENSOR(4),
  SENSOR_RUNS(8),
  PRESENCE(16),
  CLIENT(32),
  ACTIVE(64),
  OBSOLETE(128),
  OTHER_WINDOWS(256),
  SERVICES(512),
  UPDATES(1024),
  FREE_MEGABYTES(2048),
  REVISION(4096),
  RESTART(8192),
  RESTART_PENDING(16384),
  ASKED(32768),
  SETTINGS(65536),
  RECENT(131072),
  RECENT_MODE(262144),
  RECENT_SETTINGS(524288);

  private final int bit;

  RowFlags(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  boolean in(int bits) {
    return (bits & bit()) != 0;
  }
}
