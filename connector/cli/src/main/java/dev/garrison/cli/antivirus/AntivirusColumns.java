package dev.garrison.cli.antivirus;

import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.Told;

/** The columns of {@code garrison antivirus --csv}. */
final class AntivirusColumns {
  static final Columns<AntivirusLine> ALL =
      new Columns<AntivirusLine>()
          .and("server", line -> line.server().name())
          .and("ring", line -> line.server().ring())
          .and("ring's antivirus", line -> line.wanted().word())
          .and("danger", line -> line.today().danger().map(Worded::word))
          .and("protected by", line -> line.today().protectedBy())
          .and("why", line -> AntivirusWords.why(line.today()))
          .and("after the plan", line -> line.after().products())
          .and("why after", line -> line.after().why())
          .and("running mode", line -> AntivirusWords.mode(line.today()))
          .and("running mode from", line -> AntivirusWords.source(line.today().mode()))
          .and("running mode at", line -> line.today().mode().flatMap(Told::at))
          .and("real-time protection", line -> AntivirusWords.realTime(line.today()))
          .and("real-time protection from", line -> AntivirusWords.source(line.today().realTime()))
          .and("other antivirus", line -> line.today().other().map(Told::value))
          .and("other antivirus from", line -> AntivirusWords.source(line.today().other()))
          .and("other antivirus at", line -> line.today().other().flatMap(Told::at))
          .and("not seen running", line -> line.today().idle())
          .and("sensor only", line -> line.today().sensor())
          .and("resource id", line -> line.server().id());

  private AntivirusColumns() {}
}
