package dev.garrison.fleet.table;

/** What is deployed to a ring's servers besides onboarding. */
public enum Beside {
  ANTIVIRUS_MODE(
      "antivirus mode",
      Known.MODE,
      Column.MODE_STATUS,
      Column.MODE_STATE,
      Column.MODE_ERROR,
      Column.MODE_SINCE),
  SETTINGS(
      "settings",
      Known.SETTINGS,
      Column.SETTINGS_STATUS,
      Column.SETTINGS_STATE,
      Column.SETTINGS_ERROR,
      Column.SETTINGS_SINCE);

  private final String word;
  private final Known known;
  private final Column status;
  private final Column state;
  private final Column error;
  private final Column since;

  Beside(String word, Known known, Column status, Column state, Column error, Column since) {
    this.word = word;
    this.known = known;
    this.status = status;
    this.state = state;
    this.error = error;
    this.since = since;
  }

  /** As screens and files call it. */
  public String word() {
    return word;
  }

  Known known() {
    return known;
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
