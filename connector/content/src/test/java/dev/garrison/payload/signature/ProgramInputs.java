package dev.garrison.payload.signature;

import dev.garrison.fuzz.DerMutator;
import dev.garrison.fuzz.FieldMutator;
import dev.garrison.fuzz.FieldMutator.Field;
import dev.garrison.fuzz.Inputs;
import dev.garrison.payload.DamagedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A signed program with its signature changed and put back, with changed headers, or both. */
final class ProgramInputs implements Inputs {
  private static final int HEADER = 8;
  private static final int SECTION = 40;

  private final byte[] sample;
  private final int checksum;
  private final int entry;
  private final int table;
  private final DerMutator signatures;
  private final FieldMutator fields;

  ProgramInputs(byte[] sample, List<byte[]> signatures) {
    this.sample = sample.clone();
    ByteBuffer bytes = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
    int optional = bytes.getInt(0x3c) + 24;
    int directories = optional + (bytes.getShort(optional) == 0x10b ? 96 : 112);
    this.checksum = optional + 64;
    this.entry = directories + 32;
    this.table = bytes.getInt(entry);
    this.signatures = new DerMutator(signatures);
    this.fields = new FieldMutator(fields(bytes, optional, directories));
  }

  /** The signature in a program. */
  static byte[] signature(byte[] sample) throws DamagedFileException {
    int table = new ProgramInputs(sample, List.of()).table;
    return DerShape.only(Arrays.copyOfRange(sample, table + HEADER, sample.length));
  }

  private List<Field> fields(ByteBuffer bytes, int optional, int directories) {
    int pe = optional - 24;
    List<Field> all = new ArrayList<>();
    for (int at : new int[] {pe + 4, pe + 6, pe + 20, optional, table + 4, table + 6}) {
      all.add(new Field(at, 2));
    }
    for (int at :
        new int[] {0x3c, pe, optional + 60, checksum, directories - 4, entry, entry + 4, table}) {
      all.add(new Field(at, 4));
    }
    all.add(new Field(directories + 16, 4));
    all.add(new Field(directories + 20, 4));
    int sections = optional + bytes.getShort(pe + 20);
    for (int i = 0; i < bytes.getShort(pe + 6); i++) {
      for (int at = 8; at <= 20; at += 4) {
        all.add(new Field(sections + SECTION * i + at, 4));
      }
      int resources = bytes.getInt(sections + SECTION * i + 20);
      for (int at = 0; at < 192; at += 2) {
        all.add(new Field(resources + at, at < 88 ? 4 : 2));
      }
    }
    return all;
  }

  @Override
  public byte[] input(RandomGenerator random) {
    int how = random.nextInt(4);
    byte[] input = how < 3 ? signed(signatures.input(random)) : sample.clone();
    if (how > 1) {
      fields.change(input, random);
    }
    return input;
  }

  private byte[] signed(byte[] der) {
    int size = HEADER + der.length + 7 & ~7;
    ByteBuffer input =
        ByteBuffer.wrap(Arrays.copyOf(Arrays.copyOf(sample, table), table + size))
            .order(ByteOrder.LITTLE_ENDIAN);
    return input
        .putInt(entry + 4, size)
        .putInt(table, HEADER + der.length)
        .putInt(table + 4, 0x0002_0200)
        .put(table + HEADER, der)
        .array();
  }

  /** Whether all that a signature covers is as it was signed. */
  boolean isUnaltered(byte[] input) {
    return input.length >= table && Arrays.equals(covered(input), covered(sample));
  }

  private byte[] covered(byte[] program) {
    byte[] covered = Arrays.copyOf(program, table);
    Arrays.fill(covered, checksum, checksum + 4, (byte) 0);
    Arrays.fill(covered, entry, entry + 8, (byte) 0);
    return covered;
  }
}
