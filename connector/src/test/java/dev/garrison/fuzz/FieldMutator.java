package dev.garrison.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes numbers of a binary form to what readers stumble over: limits, and one another's. */
public final class FieldMutator {
  private static final int MOST = 4;

  /**
   * A number in little-endian order.
   *
   * @param size in bytes: 1, 2 or 4
   */
  public record Field(int at, int size) {
    int read(ByteBuffer bytes) {
      return switch (size) {
        case 1 -> bytes.get(at);
        case 2 -> bytes.getShort(at);
        default -> bytes.getInt(at);
      };
    }

    void write(ByteBuffer bytes, int value) {
      switch (size) {
        case 1 -> bytes.put(at, (byte) value);
        case 2 -> bytes.putShort(at, (short) value);
        default -> bytes.putInt(at, value);
      }
    }
  }

  private final List<Field> fields;

  public FieldMutator(List<Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Changes one to four of the fields, in place. */
  public void change(byte[] file, RandomGenerator random) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int times = 1 + random.nextInt(MOST); times > 0; times--) {
      Field field = any(random);
      int value = field.read(bytes);
      field.write(
          bytes,
          switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -1 - random.nextInt(3);
            case 2 -> Integer.MAX_VALUE - random.nextInt(2);
            case 3 -> Integer.MIN_VALUE;
            case 4 -> file.length - MOST + random.nextInt(2 * MOST);
            case 5 -> any(random).read(bytes);
            case 6 -> value ^ 1 << random.nextInt(Byte.SIZE * field.size());
            default -> value + (1 << random.nextInt(10)) * (random.nextBoolean() ? 1 : -1);
          });
    }
  }

  private Field any(RandomGenerator random) {
    return fields.get(random.nextInt(fields.size()));
  }
}
