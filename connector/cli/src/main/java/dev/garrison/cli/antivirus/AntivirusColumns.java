package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.ProtectionColumns;
import dev.garrison.cli.output.Columns;
import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.antivirus.Told;

/** The columns of {@code garrison antivirus --csv}. */
final class AntivirusColumns {
  static final Columns<AntivirusLine> ALL =
      ProtectionColumns.add(
              new Columns<AntivirusLine>()
                  .and("server", line -> line.server().name())
                  .and("ring", line -> line.server().ring())
                  .and("ring's antivirus", line -> line.antivirus().wanted().word())
                  .and("danger", line -> line.today().danger().map(Worded::word))
                  .and("protected by", line -> line.today().protectedBy())
                  .and("why", line -> line.antivirus().why().toString())
                  .and("after the plan", line -> line.after().products())
                  .and("why after", line -> line.after().why()),
              AntivirusLine::today)
          .and("not seen running", line -> line.today().idle())
          .and("sensor only", line -> line.today().sensor())
          .and("resource id", line -> line.server().id())
          .and("real-time protection at", line -> line.today().realTime().flatMap(Told::at));

  private AntivirusColumns() {}
}
