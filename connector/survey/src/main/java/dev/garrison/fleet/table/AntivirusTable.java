package dev.garrison.fleet.table;

import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.AntivirusEvidence.CustomRow;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Others;
import dev.garrison.fleet.antivirus.AntivirusEvidence.ProtectionState;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Running;
import dev.garrison.fleet.antivirus.AntivirusEvidence.Stated;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.ring.DeploymentProgress;
import java.util.Optional;

/** Known facts about the antivirus of the servers of a {@link Fleet}. */
public final class AntivirusTable {
  private static final int DEFENDER = 1;
  private static final int DEFENDER_TOLD = 1 << 1;
  private static final int DEFENDER_RUNS = 1 << 2;
  private static final int STATES_TOLD = 1 << 3;
  private static final int CUSTOM = 1 << 4;

  /** Each of these facts takes two bits: whether it is told, and whether it holds. */
  private static final int CUSTOM_REAL_TIME = 5;

  private static final int SENT_REAL_TIME = 7;
  private static final int SENT_ANTIVIRUS = 9;
  private static final int STATED_SERVICE = 1 << 11;
  private static final int UNWATCHED = 1 << 12;
  private static final int AGENT = 13;

  /** States "success" and "already compliant", which follow a detection. */
  private static final int DETECTED = 1000;

  private static final int COMPLIANT = 1001;

  private final Rows rows;
  private final TextPool texts;
  private final LiveTable live;

  AntivirusTable(Rows rows, TextPool texts, LiveTable live) {
    this.rows = rows;
    this.texts = texts;
    this.live = live;
  }

  /**
   * Records the service WinDefend.
   *
   * @param runs empty where inventory has no State
   */
  public void defender(int row, Optional<Boolean> runs) {
    mark(row, DEFENDER);
    runs.ifPresent(yes -> mark(row, yes ? DEFENDER_TOLD | DEFENDER_RUNS : DEFENDER_TOLD));
  }

  /** Records that inventory sends the State of services, so that those not running are known. */
  public void statesTold(int row) {
    mark(row, STATES_TOLD);
  }

  /** Records an antivirus of another maker; of several that run, the first is kept. */
  public void other(int row, String product, boolean runs) {
    keep(runs ? Column.OTHER_RUNNING : Column.OTHER_INSTALLED, row, product);
  }

  /** Records that an antivirus is installed of which no service is known. */
  public void unwatched(int row) {
    mark(row, UNWATCHED);
  }

  /** Records a product of another maker that only detects. */
  public void sensor(int row, String product) {
    keep(Column.OTHER_SENSOR, row, product);
  }

  /**
   * Records a product that the manifest states; the first statement counts.
   *
   * @param byService whether the statement names the product's service
   */
  public void stated(int row, String product, boolean byService) {
    if (byService && rows.get(Column.STATED, row) == 0) {
      mark(row, STATED_SERVICE);
    }
    keep(Column.STATED, row, product);
  }

  /** Records a row of the custom inventory class. */
  public void custom(int row, String mode, Optional<Boolean> realTime) {
    mark(row, CUSTOM);
    rows.set(Column.CUSTOM_MODE, row, texts.place(mode));
    realTime.ifPresent(on -> fact(row, CUSTOM_REAL_TIME, on));
  }

  /** Records real-time protection, as the Endpoint Protection client sent it. */
  public void sentRealTime(int row, boolean on) {
    fact(row, SENT_REAL_TIME, on);
  }

  /** Records whether the antivirus is on, as the Endpoint Protection client sent it. */
  public void sentAntivirus(int row, boolean on) {
    fact(row, SENT_ANTIVIRUS, on);
  }

  /**
   * Records how the service Sense starts; a later source replaces the value.
   *
   * @param mode StartMode
   */
  public void senseStarts(int row, String mode) {
    clear(row, 3 << AGENT);
    Onboarding.agent(mode).ifPresent(agent -> fact(row, AGENT, agent));
  }

  private void fact(int row, int place, boolean holds) {
    clear(row, 3 << place);
    mark(row, (holds ? 3 : 1) << place);
  }

  private void clear(int row, int bits) {
    rows.set(Column.PROTECTION, row, rows.get(Column.PROTECTION, row) & ~bits);
  }

  private void mark(int row, int bits) {
    rows.set(Column.PROTECTION, row, rows.get(Column.PROTECTION, row) | bits);
  }

  private void keep(Column column, int row, String text) {
    if (rows.get(column, row) == 0) {
      rows.set(column, row, texts.place(text));
    }
  }

  /**
   * All that is known of one server.
   *
   * @param passive whether its ring's mode deployment sets passive mode
   */
  AntivirusEvidence at(int row, boolean passive) {
    return new AntivirusEvidence(
        rows.time(Column.INVENTORIED, row),
        defender(row),
        new Others(
            is(row, STATES_TOLD),
            text(Column.OTHER_RUNNING, row),
            text(Column.OTHER_INSTALLED, row),
            is(row, UNWATCHED),
            text(Column.OTHER_SENSOR, row)),
        text(Column.STATED, row).map(product -> new Stated(product, is(row, STATED_SERVICE))),
        is(row, CUSTOM)
            ? Optional.of(new CustomRow(text(Column.CUSTOM_MODE, row), fact(row, CUSTOM_REAL_TIME)))
            : Optional.empty(),
        new ProtectionState(fact(row, SENT_REAL_TIME), fact(row, SENT_ANTIVIRUS)),
        rows.is(RowFlags.SENSOR, row)
            && rows.get(Column.SENSOR_STATE, row) == 1
            && rows.get(Column.SENSOR_ASKED, row) == 0,
        agent(row),
        passive && isModeRead(row),
        live.at(row));
  }

  private Optional<Boolean> agent(int row) {
    boolean missing =
        rows.is(RowFlags.SERVICES, row)
            && (rows.get(Column.SERVICES, row) & Service.SENSE.bit()) == 0;
    return missing ? Optional.of(false) : fact(row, AGENT);
  }

  private Running defender(int row) {
    if (is(row, DEFENDER_TOLD)) {
      return is(row, DEFENDER_RUNS) ? Running.RUNNING : Running.STOPPED;
    }
    if (is(row, DEFENDER)) {
      return Running.INSTALLED;
    }
    return rows.is(RowFlags.SERVICES, row) ? Running.MISSING : Running.NOT_TOLD;
  }

  private boolean isModeRead(int row) {
    int state = rows.get(Column.MODE_STATE, row);
    return rows.is(RowFlags.MODE, row)
        && DeploymentProgress.of(rows.get(Column.MODE_STATUS, row), state)
            == DeploymentProgress.ONBOARDED
        && (state == DETECTED || state == COMPLIANT);
  }

  private boolean is(int row, int bits) {
    return (rows.get(Column.PROTECTION, row) & bits) == bits;
  }

  private Optional<Boolean> fact(int row, int place) {
    int bits = rows.get(Column.PROTECTION, row) >>> place & 3;
    return bits == 0 ? Optional.empty() : Optional.of(bits == 3);
  }

  private Optional<String> text(Column column, int row) {
    return Optional.of(texts.at(rows.get(column, row))).filter(text -> !text.isEmpty());
  }
}
