package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.OperatingSystem;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.soap.Row;
import dev.garrison.lab.wsus.state.Computer;
import dev.garrison.lab.wsus.work.ServerState;
import dev.garrison.lab.wsus.work.Variant;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of computers, which are three lists. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (metadata of table rows)",
    says =
        "WSUS: computers come as three lists: columns of each, its requested group, its groups. A computer's id is its SusClientId, never its name.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "huner2/go-wsus, pkg/client/xml.go",
    says =
        "WSUS: a computer has 28 columns, on version 10 four more: OEM, DeviceType, FirmwareVersion, MobileOperator. What they hold is inferred.")
public final class ComputerRows {
  private ComputerRows() {}

  /** Returns the three lists, as a server writes them. */
  public static List<List<Row>> sets(List<Computer> computers, ServerState server) {
    boolean longer =
        server.identity().version().startsWith("10.")
            && !server.quirks().is(Variant.COMPUTERS_OF_28_COLUMNS);
    List<Row> first = new ArrayList<>();
    List<Row> second = new ArrayList<>();
    List<Row> third = new ArrayList<>();
    for (Computer computer : computers) {
      first.add(longer ? longer(row(computer)) : row(computer));
      second.add(Row.of(Cell.text(computer.id()), Cell.text("")));
      computer
          .groups()
          .forEach(group -> third.add(Row.of(Cell.text(computer.id()), Cell.guid(group))));
    }
    return List.of(first, second, third);
  }

  private static Row longer(Row row) {
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.addAll(List.of(Cell.text("Contoso"), Cell.nil(), Cell.text("1.0"), Cell.nil()));
    return new Row(cells);
  }

  private static Row row(Computer computer) {
    OperatingSystem os = OperatingSystem.of(computer.os());
    return Row.of(
        Cell.text(computer.id()),
        Cell.time(computer.lastReport()),
        Cell.time(computer.lastReport()),
        Cell.text("10.20.30.40"),
        Cell.text(computer.name()),
        Cell.number(os.major()),
        Cell.number(os.minor()),
        Cell.number(os.buildNumber()),
        Cell.number(0),
        Cell.number(0),
        Cell.text("en-US"),
        Cell.text("Contoso"),
        Cell.text("Virtual Machine"),
        Cell.text("1.0"),
        Cell.text("1.0"),
        Cell.nil(),
        Cell.text("AMD64"),
        Cell.text(""),
        Cell.nil(),
        Cell.nil(),
        Cell.number(computer.lastReport().isPresent() ? 1 : 0),
        Cell.small(272),
        Cell.octet(os.productType()),
        Cell.number(os.productType()),
        Cell.number(0),
        Cell.text(os.major() + ".0." + os.build() + ".1"),
        Cell.text("Windows"),
        Cell.text(os.product()));
  }
}
