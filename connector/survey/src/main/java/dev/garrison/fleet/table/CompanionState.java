package dev.garrison.fleet.table;

/** Companion deployments of a ring, in addition to onboarding. */
public enum CompanionState {
  ANTIVIRUS_MODE(
      "antivirus mode",
      RowFlags.MODE,
      RowFlags.RECENT_MODE,
      Column.MODE_STATUS,
      Column.MODE_STATE,
      Column.MODE_ERROR,
      Column.MODE_SINCE),
  SETTINGS(
      "settings",
      RowFlags.SETTINGS,
      RowFlags.RECENT_SETTINGS,
      Column.SETTINGS_STATUS,
      Column.SETTINGS_STATE,
      Column.SETTINGS_ERROR,
      Column.SETTINGS_SINCE);

  private final String word;
  private final RowFlags known;
  private final RowFlags recent;
  private final Column status;
  private final Column state;
  private final Column error;
  private final Column since;

  CompanionState(
      String word,
      RowFlags known,
      RowFlags recent,
      Column status,
      Column state,
      Column error,
      Column since) {
    this.word = word;
    this.known = known;
    this.recent = recent;
    this.status = status;
    this.state = state;
    this.error = error;
    this.since = since;
  }

  /** Name in answers to programs. */
  public String word() {
    return word;
  }

  RowFlags known() {
    return known;
  }

  RowFlags recent() {
    return recent;
  }

  Column status() {
    return status;
  }

  Column state() {
    return state;
  }

  Column error() {
    return error;
  }

  Column since() {
    return since;
  }
}
