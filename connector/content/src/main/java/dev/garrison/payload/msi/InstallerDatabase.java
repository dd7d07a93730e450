package dev.garrison.payload.msi;

import dev.garrison.language.Text;
import dev.garrison.payload.DamagedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads product data from Windows Installer's database in the file. Tables are read as <a
 * href="https://learn.microsoft.com/windows/win32/msi/database-tables">documented</a>; their
 * storage format is not documented, and follows msitools, whose {@code msiinfo} is the reference in
 * the tests.
 */
final class InstallerDatabase {
  private static final int LARGEST_STREAM = 8 << 20;
  private static final int TYPE_IS_TEXT = 0x0800;
  private static final int TYPE_VALID = 0x0100;
  private static final int TYPE_NULLABLE = 0x1000;
  private static final int TYPE_SIZE = 0xff;
  private static final int SIGN_TURNED = 0x8000;
  private static final String PLATFORM_FILE = "MPCLIENT.DLL";

  private final CompoundFile file;
  private final StringPool pool;
  private final Map<String, String> properties;

  private InstallerDatabase(CompoundFile file, StringPool pool, Map<String, String> properties) {
    this.file = file;
    this.pool = pool;
    this.properties = properties;
  }

  static InstallerDatabase read(CompoundFile file) throws IOException {
    StringPool pool = StringPool.read(stream(file, "_StringPool"), stream(file, "_StringData"));
    int[] texts = {pool.idSize(), pool.idSize()};
    Table table = new Table(stream(file, "Property"), texts, pool);
    Map<String, String> properties = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      if (properties.put(table.text(row, 0), table.text(row, 1)) != null) {
        throw new DamagedFileException(Text.of("damage.property-twice"));
      }
    }
    return new InstallerDatabase(file, pool, properties);
  }

  /** The value of a row of the {@code Property} table. */
  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /** All rows of the {@code Property} table. */
  Map<String, String> properties() {
    return Map.copyOf(properties);
  }

  /**
   * The version of Defender's platform. It is the version of the file MPCLIENT.DLL in the {@code
   * File} table, which install.ps1 reads too.
   */
  Optional<String> platformVersion() throws IOException {
    Optional<DirectoryEntry> stream = file.root().child(StreamName.ofTable("File"));
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns = columns("File");
    Table table =
        new Table(
            file.bytes(stream.get(), LARGEST_STREAM),
            columns.stream().mapToInt(Column::width).toArray(),
            pool);
    int key = index(columns, "File");
    int version = index(columns, "Version");
    for (int row = 0; row < table.rows(); row++) {
      if (table.text(row, key).toUpperCase(Locale.ROOT).equals(PLATFORM_FILE)) {
        return Optional.of(table.text(row, version)).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The template of the summary information, such as {@code x64;1033}. */
  Optional<String> template() throws IOException {
    Optional<DirectoryEntry> stream = file.root().child(SummaryInformation.STREAM);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    return SummaryInformation.template(file.bytes(stream.get(), LARGEST_STREAM));
  }

  private record Column(String name, int width) {}

  private static int index(List<Column> columns, String name) throws DamagedFileException {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new DamagedFileException(Text.of("damage.column-missing", "column", name));
  }

  /**
   * The columns of a table in order, from the table {@code _Columns}: table, number, name, type.
   */
  private List<Column> columns(String of) throws IOException {
    int id = pool.idSize();
    int[] widths = {id, Short.BYTES, id, Short.BYTES};
    Table table = new Table(stream(file, "_Columns"), widths, pool);
    List<Column> columns = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      if (table.text(row, 0).equals(of)) {
        if ((table.number(row, 1) ^ SIGN_TURNED) != columns.size() + 1) {
          throw new DamagedFileException(Text.of("damage.columns-order", "table", of));
        }
        columns.add(new Column(table.text(row, 2), width(table.number(row, 3) ^ SIGN_TURNED)));
      }
    }
    return columns;
  }

  private int width(int type) throws DamagedFileException {
    if ((type & ~TYPE_NULLABLE) == (TYPE_IS_TEXT | TYPE_VALID)) {
      return Short.BYTES;
    }
    if ((type & TYPE_IS_TEXT) != 0) {
      return pool.idSize();
    }
    return switch (type & TYPE_SIZE) {
      case 1, 2 -> Short.BYTES;
      case 4 -> Integer.BYTES;
      default -> throw new DamagedFileException(Text.of("damage.column-width"));
    };
  }

  private static byte[] stream(CompoundFile file, String table) throws IOException {
    DirectoryEntry entry =
        file.root()
            .child(StreamName.ofTable(table))
            .orElseThrow(
                () -> new DamagedFileException(Text.of("damage.table-missing", "table", table)));
    return file.bytes(entry, LARGEST_STREAM);
  }
}
